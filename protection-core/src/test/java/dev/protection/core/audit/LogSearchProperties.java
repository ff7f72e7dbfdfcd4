package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.encryption.KeyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked, the index finds what reading every event finds. */
class LogSearchProperties {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static KeyHandle handle(int number) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) number;
        return KeyHandle.of(bytes);
    }

    @Provide
    Arbitrary<List<AuditEvent>> events() {
        Arbitrary<AuditEvent> event = Combinators.combine(
                        Arbitraries.integers().between(0, 5 * 24),
                        Arbitraries.of(AuditEvent.Kind.class),
                        Arbitraries.of(AuditEvent.Outcome.class),
                        Arbitraries.of("ann", "ben"),
                        Arbitraries.of("w1", "w2", "w3"),
                        Arbitraries.of("contact", "invoice").optional(0.7),
                        Arbitraries.integers()
                                .between(0, 4)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as((hour, kind, outcome, actor, work, dataset, subjects) -> new AuditEvent(
                        UUID.randomUUID(),
                        FIRST.plus(Duration.ofHours(hour)),
                        kind,
                        actor,
                        "support",
                        Optional.of(TenantId.of("acme")),
                        work,
                        dataset,
                        new TreeSet<>(),
                        subjects.stream().map(LogSearchProperties::handle).toList(),
                        0,
                        outcome,
                        Map.of()));
        return event.list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<AuditQuery> queries() {
        Arbitrary<Optional<Instant>> bound = Arbitraries.integers()
                .between(0, 6 * 24)
                .map(hour -> FIRST.plus(Duration.ofHours(hour)))
                .optional(0.5);
        return Combinators.combine(
                        bound,
                        bound,
                        Arbitraries.of(AuditEvent.Kind.class).set().ofMaxSize(3),
                        Arbitraries.of(AuditEvent.Outcome.class).set().ofMaxSize(2),
                        Arbitraries.of("ann", "cleo").optional(0.4),
                        Arbitraries.of("contact", "other").optional(0.4),
                        Arbitraries.of("w1", "w9").optional(0.3),
                        Arbitraries.integers().between(0, 5).set().ofMaxSize(2))
                .as((from, until, kinds, outcomes, actor, dataset, work, subjects) -> new AuditQuery(
                        from,
                        until,
                        kinds,
                        outcomes,
                        actor,
                        dataset,
                        work,
                        Set.copyOf(subjects.stream()
                                .map(LogSearchProperties::handle)
                                .toList()),
                        7));
    }

    @Property(tries = 500)
    void findsWhatReadingEverythingFinds(
            @ForAll("events") List<AuditEvent> events, @ForAll("queries") AuditQuery query) {
        AuditEngine engine = AuditFixture.engine(new InMemoryAuditStore());
        events.forEach(engine::record);
        List<AuditEvent> all = new ArrayList<>(engine.find(AuditQuery.ALL));
        assertThat(engine.find(query))
                .isEqualTo(
                        all.stream().filter(query::matches).limit(query.most()).toList());
    }
}
