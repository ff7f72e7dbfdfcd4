package dev.protection.samples.benchmarks;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.encryption.AeadKeyWrapper;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.core.encryption.KeySettings;
import dev.protection.core.encryption.SubjectKeyring;
import dev.protection.encryption.KeyOwner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One field of one person under a warm key, and the same key length in bare Tink. */
final class Cell {
    private static final Field FIELD = Field.sealed("note", "communication");

    private final EncryptionEngine engine;
    private final Dataset dataset = Dataset.named("person")
            .purposes("support")
            .subject("person", "person_id")
            .tenant("client_id")
            .field(FIELD)
            .build();

    private final SubjectKeyring key;

    Cell(Aead root) {
        this.engine = new EncryptionEngine(
                new InMemoryKeyStore(),
                AeadKeyWrapper.of("benchmark", root),
                tenant -> tenant,
                InstantSource.system(),
                new SecureRandom(),
                KeySettings.defaults(),
                new SimpleMeterRegistry());
        SubjectRef subject = SubjectRef.of(TenantId.of("acme"), "person", 1);
        KeyOwner owner = new KeyOwner(subject, RetentionClass.NONE);
        Map<KeyOwner, SubjectKeyring> keys = engine.forWriting(List.of(owner));
        this.key = Objects.requireNonNull(keys.get(owner));
    }

    byte[] seal(String value) {
        return engine.seal(key, dataset, FIELD, value);
    }

    Object open(byte[] cell) {
        return engine.open(key, dataset, FIELD, cell);
    }

    static Aead tink() throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        return KeysetHandle.newBuilder()
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                        .withRandomId()
                        .makePrimary())
                .build()
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }
}
