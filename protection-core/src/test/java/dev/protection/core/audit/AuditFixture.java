package dev.protection.core.audit;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import dev.protection.TenantId;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditEvent.Kind;
import dev.protection.audit.AuditEvent.Outcome;
import dev.protection.audit.AuditStore;
import dev.protection.core.encryption.AeadKeyWrapper;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyWrapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/** A log of the tests, with real keys under a real root key. */
final class AuditFixture {
    static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");
    static final String ORIGIN = "example.com/audit";
    static final LogSigner SIGNER = signer();

    private AuditFixture() {}

    static LogSigner signer() {
        return TinkLogSigner.open(ORIGIN, new InMemoryKeyStore(), rootKey(), InstantSource.fixed(THEN));
    }

    static KeyWrapper rootKey() {
        try {
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(32)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.TINK)
                    .build();
            KeysetHandle keyset = KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return AeadKeyWrapper.of(
                    "test", keyset.getPrimitive(AeadConfig2026.get(), com.google.crypto.tink.Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static AuditEngine engine(AuditStore store, Anchor... anchors) {
        return new AuditEngine(
                store,
                SIGNER,
                List.of(anchors),
                AuditSettings.defaults(),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }

    /** A log of some entries. */
    static TamperedStore filled(int entries) {
        TamperedStore store = new TamperedStore();
        AuditEngine engine = engine(store);
        IntStream.range(0, entries).forEach(number -> engine.record(read(number)));
        engine.integrate();
        return store;
    }

    static AuditEvent read(int number) {
        return event(number, Kind.READ, Outcome.DONE, 1, Map.of());
    }

    static AuditEvent event(int number, Kind kind, Outcome outcome, int subjects, Map<String, String> facts) {
        return new AuditEvent(
                UUID.randomUUID(),
                THEN.plusSeconds(number),
                kind,
                "ann",
                "support",
                Optional.of(TenantId.of("acme")),
                "work-" + number,
                Optional.of("page_contact"),
                new TreeSet<>(List.of("email", "full_name")),
                IntStream.range(0, subjects).mapToObj(AuditFixture::handle).toList(),
                subjects,
                outcome,
                facts);
    }

    static KeyHandle handle(int number) {
        return KeyHandle.of(
                ByteBuffer.allocate(16).putLong(number).putLong(~number).array());
    }
}
