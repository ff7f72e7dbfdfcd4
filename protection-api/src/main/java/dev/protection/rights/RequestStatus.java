package dev.protection.rights;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a request. It holds no personal data.
 *
 * @param id the request
 * @param kind what it does
 * @param state how far it has come
 * @param reasons why it waits, was delayed or rejected; empty otherwise
 * @param changedAt when the state last changed
 * @param nextAt when it goes on by itself; for a fulfilled erasure the time at which the last duty to keep ends
 */
public record RequestStatus(
        RequestId id,
        RequestKind kind,
        RequestState state,
        List<String> reasons,
        Instant changedAt,
        Optional<Instant> nextAt) {
    /**
     * Copies the parts.
     *
     * @param id the request
     * @param kind what it does
     * @param state how far it has come
     * @param reasons why it waits
     * @param changedAt when it changed
     * @param nextAt when it goes on
     */
    public RequestStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(nextAt, "nextAt");
        reasons = List.copyOf(reasons);
    }
}
