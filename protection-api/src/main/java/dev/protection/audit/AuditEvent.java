package dev.protection.audit;

import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One thing that was done with personal data, or refused. It holds no personal data: persons stand in it as the random
 * handles of their keys, which are destroyed with the keys.
 *
 * <p>Texts are short: at most 400 characters for an id, a purpose or a name, at most 20 facts of 200 characters, none
 * with control characters. Immutable.
 *
 * @param id random; the same event is never logged twice
 * @param at when it happened, kept to the microsecond
 * @param kind what was done
 * @param actor the id of who did it
 * @param purpose why
 * @param tenant whose work it was
 * @param correlationId joins the events of one piece of work
 * @param dataset where
 * @param fields the names of the declared fields concerned
 * @param subjects the handles of the persons concerned, as far as their values were opened or sealed
 * @param rows how many rows
 * @param outcome how it ended
 * @param facts short words about it: codes, counts, names; never values
 */
public record AuditEvent(
        UUID id,
        Instant at,
        Kind kind,
        String actor,
        String purpose,
        Optional<TenantId> tenant,
        String correlationId,
        Optional<String> dataset,
        SortedSet<String> fields,
        List<KeyHandle> subjects,
        long rows,
        Outcome outcome,
        Map<String, String> facts) {
    /**
     * Copies the parts and checks them.
     *
     * @param id the id
     * @param at when, cut to the microsecond
     * @param kind what
     * @param actor who
     * @param purpose why
     * @param tenant for whom
     * @param correlationId joins
     * @param dataset where
     * @param fields the fields
     * @param subjects the handles
     * @param rows how many
     * @param outcome how it ended
     * @param facts short words
     * @throws IllegalArgumentException when a text is too long or has control characters, or rows is negative
     */
    public AuditEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(outcome, "outcome");
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        subjects = List.copyOf(subjects);
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        at = at.truncatedTo(ChronoUnit.MICROS);
        EventRules.texts(actor, purpose, correlationId);
        EventRules.names(dataset, fields);
        EventRules.facts(facts);
        EventRules.rows(rows);
    }

    /** What was done. */
    public enum Kind {
        /** Personal data was read. */
        READ,
        /** Personal data was read in bulk or taken away. */
        COPY,
        /** Personal data was written or changed. */
        MODIFY,
        /** Rows were removed. */
        DELETE,
        /** A key came into being, changed or was destroyed. */
        KEY,
        /** A person was erased. */
        ERASURE,
        /** A person's data was exported. */
        EXPORT,
        /** Retention was planned or applied. */
        RETENTION,
        /** A legal hold was placed or released. */
        HOLD,
        /** The policy changed. */
        POLICY,
        /** A request was submitted, approved or cancelled. */
        REQUEST,
        /** A detector found something. */
        FINDING,
        /** A node started. */
        START
    }

    /** How it ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was refused, and nothing was done. */
        REFUSED,
        /** It failed. */
        FAILED,
        /** It is about to be done. */
        INTENT
    }
}
