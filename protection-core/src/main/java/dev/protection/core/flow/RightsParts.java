package dev.protection.core.flow;

import dev.protection.DataMap;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.Receipts;
import dev.protection.core.rights.SubjectHash;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.retention.RetentionStore;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestStore;
import dev.protection.rights.SubjectStates;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * What rights and retention are made of.
 *
 * @param map the declaration
 * @param contexts who acts
 * @param states the states of persons
 * @param requests the durable requests
 * @param ledger the erasure ledger
 * @param guard compares the data with it
 * @param holds the legal holds
 * @param consents what happened to consents
 * @param sources every place with data of persons, each with an id of its own
 * @param keys the keys of persons
 * @param hash names persons who may not be named
 * @param receipts signs receipts
 * @param audit records events, durably
 * @param clock tells the time
 * @param runner carries jobs out
 */
public record RightsParts(
        DataMap map,
        Contexts contexts,
        SubjectStates states,
        RequestStore requests,
        AnchoredLedger ledger,
        LedgerGuard guard,
        RetentionStore holds,
        ConsentStore consents,
        List<PersonalDataSource> sources,
        KeyDestruction keys,
        SubjectHash hash,
        Receipts receipts,
        Consumer<AuditEvent> audit,
        InstantSource clock,
        JobRunner runner) {
    /**
     * Orders the sources and checks that their ids differ.
     *
     * @param map the declaration
     * @param contexts who acts
     * @param states the states
     * @param requests the requests
     * @param ledger the ledger
     * @param guard the guard
     * @param holds the holds
     * @param consents the consents
     * @param sources the sources
     * @param keys the keys
     * @param hash the hash
     * @param receipts the receipts
     * @param audit the record
     * @param clock the clock
     * @param runner the runner
     * @throws IllegalArgumentException when two sources have one id
     */
    public RightsParts {
        sources = OrderedSources.of(sources);
    }
}
