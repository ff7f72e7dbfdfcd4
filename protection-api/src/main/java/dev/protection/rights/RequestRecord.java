package dev.protection.rights;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as a {@link RequestStore} keeps it.
 *
 * @param id its name
 * @param kind what it does
 * @param version counts its changes from 1; the fencing token of whoever works on it
 * @param state how far it has come
 * @param subject the keyed hash of the person, in hexadecimal, at most 64 characters; empty when no person is concerned
 *     or nothing of the person may stay
 * @param unique at most one record has the same text, at most 120 characters; empty for none
 * @param dueAt when there is work to do; empty when it waits for somebody, or is over
 * @param changedAt when it last changed, kept to the microsecond
 * @param content what the job needs to go on, or its result; of any length
 */
public record RequestRecord(
        RequestId id,
        RequestKind kind,
        long version,
        RequestState state,
        Optional<String> subject,
        Optional<String> unique,
        Optional<Instant> dueAt,
        Instant changedAt,
        byte[] content) {
    /**
     * Checks the parts.
     *
     * @param id its name
     * @param kind what it does
     * @param version counts its changes
     * @param state how far it has come
     * @param subject the person's keyed hash
     * @param unique what no other record has
     * @param dueAt when there is work
     * @param changedAt when it last changed
     * @param content the job's own
     */
    public RequestRecord {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(unique, "unique");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(content, "content");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RequestRecord same
                && id.equals(same.id)
                && kind == same.kind
                && version == same.version
                && state == same.state
                && subject.equals(same.subject)
                && unique.equals(same.unique)
                && dueAt.equals(same.dueAt)
                && changedAt.equals(same.changedAt)
                && Arrays.equals(content, same.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, version);
    }

    /** Returns what it is, without its content. */
    @Override
    public String toString() {
        return "RequestRecord " + id + " " + kind + " " + state + " version " + version;
    }
}
