package dev.protection.core.encryption;

import dev.protection.AuditMode;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.Mode;
import dev.protection.RetentionClass;
import dev.protection.SubjectPath;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.WrappedKeyStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two tenants under one controller, one dataset with a field of each type, and engines over any store. */
final class Fixture {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId BRAND = TenantId.of("brand");
    static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");
    static final byte[] ROOT_KEY = new byte[32];
    static final Dataset CONTACT = dataset("contact");
    static final Dataset INVOICE = dataset("invoice");

    private Fixture() {}

    /** A clock that tests set. */
    static final class Clock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-03-01T10:15:30Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    static Dataset dataset(String name) {
        Map<String, Field> fields = new java.util.LinkedHashMap<>();
        for (FieldType type : FieldType.values()) {
            String field = type.name().toLowerCase(Locale.ROOT) + "_field";
            fields.put(field, Field.sealed(field, "name").type(type));
        }
        fields.put("other", Field.sealed("other", "name"));
        return new Dataset(
                name,
                name,
                List.of("id"),
                Set.of("support"),
                new SubjectPath.Column("contact", "id"),
                new TenantPath.Column("tenant"),
                Mode.ENFORCE,
                AuditMode.STANDARD,
                Optional.empty(),
                fields);
    }

    static Field field(FieldType type) {
        return CONTACT.field(type.name().toLowerCase(Locale.ROOT) + "_field").orElseThrow();
    }

    static Field text() {
        return field(FieldType.TEXT);
    }

    static Field indexed(IndexScope scope) {
        return text().index(new Field.Index(scope, Optional.empty(), Set.of(), false));
    }

    static KeyOwner owner(TenantId tenant, String id) {
        return new KeyOwner(new SubjectRef(tenant, "contact", id), RetentionClass.NONE);
    }

    static EncryptionEngine engine(WrappedKeyStore store) {
        return engine(store, new Clock(), KeySettings.defaults(), new SimpleMeterRegistry());
    }

    static EncryptionEngine engine(
            WrappedKeyStore store, InstantSource clock, KeySettings settings, SimpleMeterRegistry meters) {
        return new EncryptionEngine(
                store,
                AeadKeyWrapper.of("test", TinkKeys.aead(ROOT_KEY)),
                tenant -> ACME,
                clock,
                new SecureRandom(),
                settings,
                meters);
    }

    static SubjectKeyring key(EncryptionEngine engine, KeyOwner owner) {
        return Optional.ofNullable(engine.forWriting(List.of(owner)).get(owner)).orElseThrow();
    }
}
