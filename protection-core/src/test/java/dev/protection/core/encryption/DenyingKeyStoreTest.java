package dev.protection.core.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.testing.WrappedKeyStoreContract;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With nothing on its list it is a key store like any other; what is on it is destroyed. */
class DenyingKeyStoreTest extends WrappedKeyStoreContract {
    private static final KeyOwner ANN =
            new KeyOwner(SubjectRef.of(TenantId.of("acme"), "contact", 1), RetentionClass.NONE);
    private static final KeyId REVIVED = new KeyId(7);

    private final InMemoryKeyStore store = new InMemoryKeyStore();
    private final WrappedKeyStore denying =
            new DenyingKeyStore(store, Set.of(REVIVED)::contains, InstantSource.system());

    @Override
    protected WrappedKeyStore emptyStore() {
        return new DenyingKeyStore(new InMemoryKeyStore(), id -> false, InstantSource.system());
    }

    private static SubjectKey key(KeyId id) {
        return SubjectKey.active(id, ANN, WrappedKey.of(new byte[] {1}), KeyHandle.of(handle(id)), Instant.EPOCH);
    }

    private static byte[] handle(KeyId id) {
        byte[] handle = new byte[16];
        handle[0] = (byte) id.value();
        return handle;
    }

    @Test
    void aKeyThatABackupBringsBackIsDestroyedToWhoeverAsks() {
        SubjectKey revived = key(REVIVED);
        store.putIfAbsent(List.of(revived));
        assertThat(denying.byOwner(List.of(ANN))).isEmpty();
        assertThat(denying.byHandle(List.of(revived.handle().orElseThrow()))).isEmpty();
        assertThat(Objects.requireNonNull(denying.byId(List.of(REVIVED)).get(REVIVED))
                        .state())
                .isEqualTo(SubjectKey.State.DESTROYED);
        assertThat(denying.ofSubject(ANN.subject())).as("to an erasure").hasSize(1);
    }

    @Test
    void aNewKeyTakesItsPlace() {
        store.putIfAbsent(List.of(key(REVIVED)));
        SubjectKey fresh = key(new KeyId(8));
        assertThat(denying.putIfAbsent(List.of(fresh))).isEqualTo(Map.of(ANN, fresh));
        assertThat(Objects.requireNonNull(store.byId(List.of(REVIVED)).get(REVIVED))
                        .state())
                .isEqualTo(SubjectKey.State.DESTROYED);
    }

    @Test
    void aProvisionalKeyIsBoundInItsPlace() {
        store.putIfAbsent(List.of(key(REVIVED)));
        SubjectKey fresh = key(new KeyId(8));
        denying.putProvisional(List.of(SubjectKey.provisional(
                fresh.id(),
                ANN.tenant(),
                WrappedKey.of(new byte[] {2}),
                fresh.handle().orElseThrow(),
                Instant.EPOCH)));
        denying.bind(List.of(fresh));
        assertThat(denying.byOwner(List.of(ANN))).containsEntry(ANN, fresh);
    }
}
