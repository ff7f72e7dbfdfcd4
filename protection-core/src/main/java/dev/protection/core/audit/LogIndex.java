package dev.protection.core.audit;

import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The terms by which entries of the log are found: the first eight bytes of SHA-256 over a letter and a value. They say
 * nothing that the entry itself does not say, and a person is in them by the random handle alone. Two values may share a
 * term, so whatever is found is compared with the query once more.
 */
final class LogIndex {
    /** Longer lists are not looked up but compared. */
    private static final int MOST_TERMS = 400;

    private final EventCodec codec = new EventCodec();

    /** The terms of a leaf; none for bytes that are no event, which a verification reports. */
    Set<Long> termsOf(byte[] leaf) {
        try {
            return terms(codec.decode(leaf));
        } catch (IllegalArgumentException noEvent) {
            return Set.of();
        }
    }

    private static Set<Long> terms(AuditEvent event) {
        Set<Long> terms = new HashSet<>();
        terms.add(kind(event.kind(), event.outcome()));
        terms.add(term('d', day(event.at())));
        terms.add(term('a', event.actor()));
        terms.add(term('c', event.correlationId()));
        event.dataset().ifPresent(dataset -> terms.add(term('s', dataset)));
        event.subjects().forEach(handle -> terms.add(term('h', handle.toString())));
        return terms;
    }

    /** What an entry must have of the index to be wanted: the conditions that find few entries first. */
    List<Set<Long>> conditions(AuditQuery query) {
        List<Set<Long>> conditions = new ArrayList<>();
        query.correlationId().ifPresent(id -> conditions.add(Set.of(term('c', id))));
        if (!query.subjects().isEmpty()) {
            conditions.add(query.subjects().stream()
                    .map(handle -> term('h', handle.toString()))
                    .collect(Collectors.toSet()));
        }
        query.actor().ifPresent(actor -> conditions.add(Set.of(term('a', actor))));
        days(query).ifPresent(conditions::add);
        if (!query.kinds().isEmpty() || !query.outcomes().isEmpty()) {
            conditions.add(kinds(query));
        }
        query.dataset().ifPresent(dataset -> conditions.add(Set.of(term('s', dataset))));
        conditions.removeIf(terms -> terms.size() > MOST_TERMS);
        return conditions;
    }

    /** A time without an end, or of many days, is compared, not looked up. */
    private static Optional<Set<Long>> days(AuditQuery query) {
        if (query.from().isEmpty() || query.until().isEmpty()) {
            return Optional.empty();
        }
        long first = date(query.from().get()).toEpochDay();
        long last = date(query.until().get()).toEpochDay();
        return last - first >= MOST_TERMS
                ? Optional.empty()
                : Optional.of(LongStream.rangeClosed(first, last)
                        .mapToObj(day -> term('d', LocalDate.ofEpochDay(day).toString()))
                        .collect(Collectors.toSet()));
    }

    private static Set<Long> kinds(AuditQuery query) {
        Collection<AuditEvent.Kind> kinds =
                query.kinds().isEmpty() ? EnumSet.allOf(AuditEvent.Kind.class) : query.kinds();
        Collection<AuditEvent.Outcome> outcomes =
                query.outcomes().isEmpty() ? EnumSet.allOf(AuditEvent.Outcome.class) : query.outcomes();
        Set<Long> terms = new LinkedHashSet<>();
        kinds.forEach(kind -> outcomes.forEach(outcome -> terms.add(kind(kind, outcome))));
        return terms;
    }

    private static String day(Instant at) {
        return date(at).toString();
    }

    private static LocalDate date(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static long kind(AuditEvent.Kind kind, AuditEvent.Outcome outcome) {
        return term('k', kind + "/" + outcome);
    }

    private static long term(char what, String value) {
        byte[] hash = MerkleRange.sha256().digest((what + value).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }
}
