package dev.protection.core.encryption;

import com.google.crypto.tink.Aead;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Makes, wraps and unwraps subject keys (ENV-KEY-3, ENV-WRAP-2, ENV-WRAP-3). */
final class SubjectKeyFactory {
    private final TenantKeys tenants;
    private final SecureRandom random;
    private final InstantSource clock;
    private final KeyMeters meters;

    SubjectKeyFactory(TenantKeys tenants, SecureRandom random, InstantSource clock, KeyMeters meters) {
        this.tenants = tenants;
        this.random = random;
        this.clock = clock;
        this.meters = meters;
    }

    /** A key as it is kept and as it is used. */
    record Made(SubjectKey kept, SubjectKeyring used) {}

    Made active(KeyOwner owner) {
        KeyId id = newId();
        KeyHandle handle = newHandle();
        byte[] key = tenants.newKey();
        WrappedKey wrapped =
                Wrapping.wrap(tenants.getOrCreate(owner.tenant()), key, AssociatedData.subjectKey(id, handle, owner));
        return new Made(
                SubjectKey.active(id, owner, wrapped, handle, clock.instant()),
                SubjectKeyring.active(id, handle, owner, TinkKeys.aead(key)));
    }

    Made provisional(ExpectedSubject expected) {
        KeyId id = newId();
        KeyHandle handle = newHandle();
        byte[] key = tenants.newKey();
        byte[] boundTo = AssociatedData.provisionalKey(id, handle, expected.tenant());
        WrappedKey wrapped = Wrapping.wrap(tenants.getOrCreate(expected.tenant()), key, boundTo);
        return new Made(
                SubjectKey.provisional(id, expected.tenant(), wrapped, handle, clock.instant()),
                SubjectKeyring.provisional(id, handle, expected, TinkKeys.aead(key)));
    }

    /** Wraps the key of a provisional record for its owner. */
    Made bound(SubjectKey provisional, KeyOwner owner) {
        KeyId id = provisional.id();
        KeyHandle handle = provisional.handle().orElseThrow();
        Aead tenant = tenants.get(owner.tenant());
        byte[] before = AssociatedData.provisionalKey(id, handle, provisional.tenant());
        byte[] key = open(provisional, before);
        WrappedKey wrapped = Wrapping.wrap(tenant, key, AssociatedData.subjectKey(id, handle, owner));
        return new Made(
                SubjectKey.active(id, owner, wrapped, handle, provisional.since()),
                SubjectKeyring.active(id, handle, owner, TinkKeys.aead(key)));
    }

    /** Returns the key of an active record, or the one unwrapped from the same record before. */
    SubjectKeyring unwrap(SubjectKey active, Optional<SubjectKeyring> before) {
        KeyOwner owner = active.owner().orElseThrow();
        if (before.isPresent()) {
            meters.count(KeyMetric.REVALIDATED, 1);
            if (before.get().owner().equals(active.owner())
                    && active.handle().equals(Optional.of(before.get().handle()))) {
                return before.get();
            }
        }
        KeyHandle handle = active.handle().orElseThrow();
        byte[] key = open(active, AssociatedData.subjectKey(active.id(), handle, owner));
        return SubjectKeyring.active(active.id(), handle, owner, TinkKeys.aead(key));
    }

    private byte[] open(SubjectKey record, byte[] boundTo) {
        try {
            byte[] key = Wrapping.unwrap(
                    tenants.get(record.tenant()), record.wrapped().orElseThrow(), boundTo, "key " + record.id());
            meters.count(KeyMetric.UNWRAPPED, 1);
            return key;
        } catch (WrappedKeyException notAuthentic) {
            meters.count(KeyMetric.REJECTED, 1);
            throw notAuthentic;
        }
    }

    private KeyId newId() {
        return new KeyId(random.nextLong());
    }

    private KeyHandle newHandle() {
        byte[] handle = new byte[KeyHandle.LENGTH];
        random.nextBytes(handle);
        return KeyHandle.of(handle);
    }
}
