package dev.protection.core.encryption;

import static dev.protection.core.encryption.Fixture.ACME;
import static dev.protection.core.encryption.Fixture.BRAND;
import static dev.protection.core.encryption.Fixture.CONTACT;
import static dev.protection.core.encryption.Fixture.key;
import static dev.protection.core.encryption.Fixture.owner;
import static dev.protection.core.encryption.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.RetentionClass;
import dev.protection.StoreUnavailableException;
import dev.protection.SubjectRef;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubjectKeysTest {
    private final InMemoryKeyStore keys = new InMemoryKeyStore();
    private final SwitchableStore switchable = new SwitchableStore(keys);
    private final EncryptionEngine engine = Fixture.engine(switchable.store());

    @Test
    void anotherNodeOpensWhatThisOneSealed() {
        SubjectKeyring ada = key(engine, owner(ACME, "1"));
        byte[] cell = engine.seal(ada, CONTACT, text(), "Ada");
        EncryptionEngine other = Fixture.engine(keys);
        SubjectKeyring found = answer(other, ada.id()).orThrow();
        assertThat(found.owner()).isEqualTo(ada.owner());
        assertThat(found.handle()).isEqualTo(ada.handle());
        assertThat(other.open(found, CONTACT, text(), cell)).isEqualTo("Ada");
    }

    @Test
    void eachPersonTenantAndClassHasAKeyOfItsOwn() {
        KeyOwner ada = owner(ACME, "1");
        List<KeyOwner> owners = List.of(
                ada,
                owner(ACME, "2"),
                owner(BRAND, "1"),
                new KeyOwner(new SubjectRef(ACME, "team-member", "1"), RetentionClass.NONE),
                new KeyOwner(ada.subject(), RetentionClass.of(List.of("invoicing"))));
        assertThat(engine.forWriting(owners).values().stream()
                        .map(SubjectKeyring::id)
                        .distinct())
                .hasSize(owners.size());
        assertThat(engine.forWriting(owners)).isEqualTo(engine.forWriting(owners));
    }

    @Test
    void theKeysOfABlockTakeOneLookUp() {
        List<KeyOwner> owners =
                IntStream.range(0, 500).mapToObj(i -> owner(ACME, "p" + i)).toList();
        List<KeyId> ids = engine.forWriting(owners).values().stream()
                .map(SubjectKeyring::id)
                .toList();
        assertThat(switchable.calls("byOwner")).isEqualTo(1);
        assertThat(switchable.calls("putIfAbsent")).isEqualTo(1);
        SwitchableStore counted = new SwitchableStore(keys);
        EncryptionEngine other = Fixture.engine(counted.store());
        assertThat(other.forReading(ids))
                .hasSize(500)
                .allSatisfy((id, answer) -> assertThat(answer).isInstanceOf(KeyAnswer.Usable.class));
        assertThat(counted.calls("byId")).isEqualTo(1);
        other.forReading(ids);
        assertThat(counted.calls("byId")).isEqualTo(1);
    }

    @Test
    void unknownAndDestroyedAreDifferentAnswers() {
        SubjectKeyring ada = key(engine, owner(ACME, "1"));
        KeyId unknown = new KeyId(ada.id().value() + 1);
        engine.destroy(List.of(ada.id()));
        assertThat(engine.forReading(List.of(ada.id(), unknown)))
                .containsOnly(
                        Map.entry(ada.id(), new KeyAnswer.Destroyed(ada.id())),
                        Map.entry(unknown, new KeyAnswer.Unknown(unknown)));
        assertThatThrownBy(() -> answer(engine, ada.id()).orThrow()).isInstanceOf(KeyDestroyedException.class);
        assertThatThrownBy(() -> answer(engine, unknown).orThrow()).isInstanceOf(UnknownKeyException.class);
        assertThat(answer(Fixture.engine(keys), ada.id())).isEqualTo(new KeyAnswer.Destroyed(ada.id()));
    }

    @Test
    void anErasedPersonWrittenAgainGetsAnotherKey() {
        SubjectKeyring before = key(engine, owner(ACME, "1"));
        engine.destroy(List.of(before.id()));
        SubjectKeyring after = key(engine, owner(ACME, "1"));
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.handle()).isNotEqualTo(before.handle());
    }

    @Test
    void aStoreThatIsDownIsSaidToBeDownAndNothingIsKept() {
        switchable.down(true);
        assertThatThrownBy(() -> key(engine, owner(ACME, "1"))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> answer(engine, new KeyId(1))).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> engine.provisional(ACME, "contact", RetentionClass.NONE))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> engine.term(ACME, CONTACT, text(), "x")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> engine.destroy(List.of(new KeyId(1)))).isInstanceOf(StoreUnavailableException.class);
        switchable.down(false);
        assertThat(keys.tenants()).isEmpty();
        assertThat(key(engine, owner(ACME, "1"))).isNotNull();
    }

    @Test
    void aDestructionWhoseAnswerIsLostLeavesNoKeyInMemory() {
        SubjectKeyring ada = key(engine, owner(ACME, "1"));
        keys.destroy(List.of(ada.id()), Fixture.THEN);
        switchable.down(true);
        assertThatThrownBy(() -> engine.destroy(List.of(ada.id()))).isInstanceOf(StoreUnavailableException.class);
        switchable.down(false);
        assertThat(answer(engine, ada.id())).isEqualTo(new KeyAnswer.Destroyed(ada.id()));
    }

    @Test
    void aWrappedKeyThatWasChangedOrMovedIsRefused() {
        SubjectKey ada = kept(key(engine, owner(ACME, "1")));
        SubjectKey bob = kept(key(engine, owner(ACME, "2")));
        SubjectKey far = kept(key(engine, owner(BRAND, "1")));
        KeyOwner duty = new KeyOwner(owner(ACME, "1").subject(), RetentionClass.of(List.of("invoicing")));
        byte[] changed = ada.wrapped().orElseThrow().bytes();
        changed[20] ^= 1;
        byte[] format = ada.wrapped().orElseThrow().bytes();
        format[0] = 2;
        List<SubjectKey> forged = List.of(
                with(ada, ada.owner().orElseThrow(), WrappedKey.of(changed)),
                with(ada, ada.owner().orElseThrow(), WrappedKey.of(format)),
                with(ada, ada.owner().orElseThrow(), WrappedKey.of(new byte[] {1})),
                with(ada, ada.owner().orElseThrow(), bob.wrapped().orElseThrow()),
                with(ada, ada.owner().orElseThrow(), far.wrapped().orElseThrow()),
                with(ada, owner(ACME, "2"), ada.wrapped().orElseThrow()),
                with(ada, owner(BRAND, "1"), ada.wrapped().orElseThrow()),
                with(ada, duty, ada.wrapped().orElseThrow()),
                with(bob, ada.owner().orElseThrow(), ada.wrapped().orElseThrow()),
                SubjectKey.active(
                        ada.id(),
                        ada.owner().orElseThrow(),
                        ada.wrapped().orElseThrow(),
                        bob.handle().orElseThrow(),
                        ada.since()));
        for (SubjectKey record : forged) {
            EncryptionEngine reader = Fixture.engine(holding(record));
            assertThatThrownBy(() -> answer(reader, record.id()))
                    .isInstanceOf(WrappedKeyException.class)
                    .hasMessageNotContaining("contact");
        }
    }

    @Test
    void anotherRootKeyUnwrapsNothing() {
        SubjectKeyring ada = key(engine, owner(ACME, "1"));
        byte[] root = new byte[32];
        root[0] = 1;
        EncryptionEngine foreign = new EncryptionEngine(
                keys,
                AeadKeyWrapper.of("foreign", TinkKeys.aead(root)),
                tenant -> tenant,
                new Fixture.Clock(),
                new java.security.SecureRandom(),
                KeySettings.defaults(),
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
        assertThatThrownBy(() -> answer(foreign, ada.id())).isInstanceOf(WrappedKeyException.class);
        assertThatThrownBy(() -> key(foreign, owner(ACME, "3"))).isInstanceOf(WrappedKeyException.class);
    }

    @Test
    void aProvisionalKeyOpensOnceItIsBound() {
        SubjectKeyring provisional = engine.provisional(ACME, "contact", RetentionClass.NONE);
        byte[] cell = engine.seal(provisional, CONTACT, text(), "Ada");
        SubjectRef person = new SubjectRef(ACME, "contact", "1001");
        engine.bind(Map.of(provisional, person));
        engine.bind(Map.of(provisional, person));
        for (EncryptionEngine node : List.of(engine, Fixture.engine(keys))) {
            SubjectKeyring bound = answer(node, provisional.id()).orThrow();
            assertThat(bound.owner()).contains(new KeyOwner(person, RetentionClass.NONE));
            assertThat(bound.handle()).isEqualTo(provisional.handle());
            assertThat(node.open(bound, CONTACT, text(), cell)).isEqualTo("Ada");
            assertThat(key(node, owner(ACME, "1001")).id()).isEqualTo(provisional.id());
        }
    }

    @Test
    void bindingIsRefusedForAnotherTenantKindOrOwnedPersonAndAfterASweep() {
        SubjectKeyring one = engine.provisional(ACME, "contact", RetentionClass.NONE);
        assertThatThrownBy(() -> engine.bind(Map.of(one, new SubjectRef(BRAND, "contact", "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.bind(Map.of(one, new SubjectRef(ACME, "visitor", "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        key(engine, owner(ACME, "1"));
        assertThatThrownBy(() -> engine.bind(Map.of(one, owner(ACME, "1").subject())))
                .isInstanceOf(KeyConflictException.class);
        engine.bind(Map.of(one, owner(ACME, "2").subject()));
        assertThatThrownBy(() -> engine.bind(Map.of(one, owner(ACME, "3").subject())))
                .isInstanceOf(KeyConflictException.class);
        SubjectKeyring swept = engine.provisional(ACME, "contact", RetentionClass.NONE);
        keys.sweepProvisional(Fixture.THEN.plusSeconds(86_400));
        assertThatThrownBy(() -> engine.bind(Map.of(swept, owner(ACME, "4").subject())))
                .isInstanceOf(UnknownKeyException.class);
        SubjectKeyring dead = engine.provisional(ACME, "contact", RetentionClass.NONE);
        engine.destroy(List.of(dead.id()));
        assertThatThrownBy(() -> engine.bind(Map.of(dead, owner(ACME, "5").subject())))
                .isInstanceOf(KeyDestroyedException.class);
    }

    @Test
    void aProvisionalKeyForAnotherNodesRecordIsNotUnwrappedAsAnActiveOne() {
        SubjectKeyring provisional = engine.provisional(ACME, "contact", RetentionClass.NONE);
        SubjectKey kept = kept(provisional);
        SubjectKey promoted = SubjectKey.active(
                kept.id(),
                owner(ACME, "1"),
                kept.wrapped().orElseThrow(),
                kept.handle().orElseThrow(),
                kept.since());
        assertThatThrownBy(() -> answer(Fixture.engine(holding(promoted)), kept.id()))
                .isInstanceOf(WrappedKeyException.class);
    }

    private static KeyAnswer answer(EncryptionEngine engine, KeyId id) {
        return engine.forReading(List.of(id)).getOrDefault(id, new KeyAnswer.Unknown(new KeyId(0)));
    }

    private SubjectKey kept(SubjectKeyring ring) {
        return keys.byId(List.of(ring.id())).values().iterator().next();
    }

    private static SubjectKey with(SubjectKey key, KeyOwner owner, WrappedKey wrapped) {
        return SubjectKey.active(key.id(), owner, wrapped, key.handle().orElseThrow(), key.since());
    }

    /** A store that holds the same tenants' keys and one forged record. */
    private InMemoryKeyStore holding(SubjectKey record) {
        InMemoryKeyStore store = new InMemoryKeyStore();
        for (dev.protection.TenantId tenant : keys.tenants()) {
            keys.named(TenantKeys.NAME, java.util.Optional.of(tenant)).ifPresent(store::putNamedIfAbsent);
        }
        store.putIfAbsent(List.of(record));
        return store;
    }
}
