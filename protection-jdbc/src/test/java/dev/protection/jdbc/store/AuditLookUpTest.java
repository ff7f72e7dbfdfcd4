package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.core.audit.AuditEngine;
import dev.protection.core.audit.AuditSettings;
import dev.protection.core.audit.TinkLogSigner;
import dev.protection.core.encryption.AeadKeyWrapper;
import dev.protection.encryption.KeyHandle;
import dev.protection.testing.servers.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A look-up in a long log reads what it finds, not the log. */
class AuditLookUpTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int BATCH = 1_000;
    private static final int PERSONS = 10_000;
    private static final int ACTORS = 100;
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private static Aead rootKey() throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build()
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    private static KeyHandle handle(int person) {
        return KeyHandle.of(ByteBuffer.allocate(16).putInt(person).array());
    }

    private static AuditEvent event(int number, int all) {
        return new AuditEvent(
                new UUID(number, number),
                FIRST.plus(Duration.ofDays(100).dividedBy(all).multipliedBy(number)),
                AuditEvent.Kind.READ,
                "user-" + number % ACTORS,
                "support",
                Optional.of(TenantId.of("acme")),
                "work-" + number,
                Optional.of("contact"),
                new TreeSet<>(List.of("full_name")),
                List.of(handle(number % PERSONS)),
                1,
                AuditEvent.Outcome.DONE,
                Map.of());
    }

    private static void lookUp(int all, TestReporter reporter) throws GeneralSecurityException {
        try (OpenStores stores = new OpenStores(TestDatabase.POSTGRESQL)) {
            SqlTransactions place = stores.empty();
            AuditEngine engine = new AuditEngine(
                    new JdbcAuditStore(place, "node"),
                    TinkLogSigner.open(
                            "example.com/log",
                            new JdbcKeyStore(place),
                            AeadKeyWrapper.of("test", rootKey()),
                            InstantSource.system()),
                    List.of(),
                    AuditSettings.defaults(),
                    InstantSource.system(),
                    new SimpleMeterRegistry());
            fill(engine, all);
            find(engine, reporter, AuditQuery.ALL.subjects(Set.of(handle(7))), all / PERSONS);
            find(engine, reporter, AuditQuery.ALL.correlationId("work-77"), 1);
            find(engine, reporter, AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED), 0);
            AuditQuery day = new AuditQuery(
                    Optional.of(FIRST.plus(Duration.ofDays(50))),
                    Optional.of(FIRST.plus(Duration.ofDays(51))),
                    Set.of(),
                    Set.of(),
                    Optional.of("user-7"),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    10_000);
            find(engine, reporter, day, all / 100 / ACTORS);
            assertThat(engine.verify().problems()).isEmpty();
        }
    }

    private static void fill(AuditEngine engine, int all) {
        List<OutboxEvent> batch = new ArrayList<>();
        for (int number = 0; number < all; number++) {
            batch.addAll(engine.outbox(event(number, all)));
            if (batch.size() == BATCH) {
                engine.keep(batch);
                engine.integrate();
                batch.clear();
            }
        }
    }

    private static void find(AuditEngine engine, TestReporter reporter, AuditQuery query, int expected) {
        long begun = System.nanoTime();
        List<AuditEvent> found = engine.find(query);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        reporter.publishEntry("found " + found.size(), took.toMillis() + " ms");
        assertThat(found).hasSize(expected).allMatch(query::matches);
        assertThat(took).isLessThan(PROMPT);
    }

    @Test
    void amongTwentyThousandEvents(TestReporter reporter) throws GeneralSecurityException {
        lookUp(20_000, reporter);
    }

    @Test
    @Tag("thorough")
    void amongAMillionEvents(TestReporter reporter) throws GeneralSecurityException {
        lookUp(1_000_000, reporter);
    }
}
