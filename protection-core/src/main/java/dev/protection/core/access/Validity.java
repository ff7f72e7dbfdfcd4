package dev.protection.core.access;

import dev.protection.access.Conditions;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The span of time within which the same grants and instructions of a policy count.
 *
 * @param from its first millisecond
 * @param until the first one after it
 */
record Validity(long from, long until) {
    static Validity of(Policy policy, Instant now) {
        long from = Long.MIN_VALUE;
        long until = Long.MAX_VALUE;
        Stream<Instant> ofGrants = policy.roles().values().stream()
                .flatMap(Collection::stream)
                .map(Grant::conditions)
                .distinct()
                .flatMap(conditions -> changes(conditions, now));
        Stream<Instant> ofInstructions = policy.mandates().all().stream()
                .flatMap(mandate -> mandate.instructions().stream())
                .flatMap(given -> Stream.concat(given.from().stream(), given.until().stream()));
        List<Instant> changes = Stream.concat(ofGrants, ofInstructions).toList();
        for (Instant change : changes) {
            if (change.isAfter(now)) {
                until = Math.min(until, change.toEpochMilli());
            } else {
                from = Math.max(from, change.toEpochMilli());
            }
        }
        return new Validity(from, until);
    }

    private static Stream<Instant> changes(Conditions conditions, Instant now) {
        return Stream.concat(
                conditions.until().stream(), conditions.hours().stream().flatMap(hours -> hours.changes(now)));
    }

    /** Whether the time never changes which grants count. */
    boolean isForever() {
        return from == Long.MIN_VALUE && until == Long.MAX_VALUE;
    }

    boolean holdsAt(long millis) {
        return from <= millis && millis < until;
    }
}
