package dev.protection.anomaly;

import java.util.List;
import java.util.Optional;

/** Keeps findings over a restart. Safe for use by several threads and nodes. */
public interface FindingStore {
    /**
     * Stores a finding, in place of the one with the same id.
     *
     * @param finding the finding
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    void put(Finding finding);

    /**
     * Returns a finding.
     *
     * @param id its id
     * @return empty when there is none
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    Optional<Finding> get(String id);

    /**
     * Returns the findings that a query matches.
     *
     * @param query which
     * @return by {@link Finding#lastAt()}, newest first, then by id
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    List<Finding> find(FindingQuery query);
}
