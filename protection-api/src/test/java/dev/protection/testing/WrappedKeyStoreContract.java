package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link WrappedKeyStore} keeps. Extend it and say how an empty store is made. */
public abstract class WrappedKeyStoreContract {
    /** A tenant of the tests. */
    protected static final TenantId ACME = TenantId.of("acme");

    /** A time without fractions that a database would cut. */
    protected static final Instant THEN = Instant.parse("2026-03-01T10:15:30Z");

    private static final TenantId BRAND = TenantId.of("brand");
    private static final int MANY = 1_500;
    private static final int THREADS = 8;

    private WrappedKeyStore store;

    /**
     * Returns an empty store.
     *
     * @return a store without keys
     * @throws Exception when it cannot be made
     */
    protected abstract WrappedKeyStore emptyStore() throws Exception;

    /**
     * Returns another way to the same keys, as another node has one.
     *
     * @param first what {@link #emptyStore()} returned
     * @return for a store in memory the same one
     * @throws Exception when it cannot be made
     */
    protected WrappedKeyStore otherNode(WrappedKeyStore first) throws Exception {
        return first;
    }

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    @Test
    void anEmptyStoreKnowsNothing() {
        assertThat(store.named("tenant-key", Optional.of(ACME))).isEmpty();
        assertThat(store.byOwner(List.of(owner("1")))).isEmpty();
        assertThat(store.byId(List.of(new KeyId(1)))).isEmpty();
        assertThat(store.byHandle(List.of(newHandle()))).isEmpty();
        assertThat(store.ofSubject(owner("1").subject())).isEmpty();
        assertThat(store.tenants()).isEmpty();
    }

    @Test
    void emptyCollectionsAreNoError() {
        assertThat(store.byOwner(List.of())).isEmpty();
        assertThat(store.byId(List.of())).isEmpty();
        assertThat(store.byHandle(List.of())).isEmpty();
        assertThat(store.putIfAbsent(List.of())).isEmpty();
        store.putProvisional(List.of());
        store.bind(List.of());
        store.destroy(List.of(), THEN);
        assertThat(store.tenants()).isEmpty();
    }

    @Test
    void anActiveKeyIsFoundInEveryWayOnEveryNode() throws Exception {
        SubjectKey key = active(owner("1"));
        assertThat(store.putIfAbsent(List.of(key))).containsExactly(Map.entry(owner("1"), key));
        for (WrappedKeyStore node : List.of(store, otherNode(store))) {
            assertThat(node.byOwner(List.of(owner("1"), owner("2")))).containsExactly(Map.entry(owner("1"), key));
            assertThat(node.byId(List.of(key.id(), new KeyId(-1)))).containsExactly(Map.entry(key.id(), key));
            assertThat(node.byHandle(List.of(handle(key)))).containsExactly(Map.entry(handle(key), key));
            assertThat(node.ofSubject(owner("1").subject())).containsExactly(key);
            assertThat(node.tenants()).containsExactly(ACME);
        }
    }

    @Test
    void theFirstKeyOfAnOwnerWins() {
        SubjectKey first = active(owner("1"));
        SubjectKey second = active(owner("1"));
        SubjectKey other = active(owner("2"));
        store.putIfAbsent(List.of(first));
        assertThat(store.putIfAbsent(List.of(second, other)))
                .containsOnly(Map.entry(owner("1"), first), Map.entry(owner("2"), other));
        assertThat(store.byId(List.of(second.id()))).isEmpty();
        assertThat(store.byHandle(List.of(handle(second)))).isEmpty();
    }

    @Test
    void peopleOfOtherTenantsKindsAndClassesAreOthers() {
        List<KeyOwner> owners = List.of(
                owner("42"),
                new KeyOwner(new SubjectRef(BRAND, "contact", "42"), RetentionClass.NONE),
                new KeyOwner(new SubjectRef(ACME, "team-member", "42"), RetentionClass.NONE),
                new KeyOwner(new SubjectRef(ACME, "contact", "42"), RetentionClass.of(List.of("invoicing"))),
                owner("042"),
                owner("42 "),
                owner("Ä42"),
                owner("ä42"),
                owner("a42"),
                owner("A42"));
        List<SubjectKey> keys =
                owners.stream().map(WrappedKeyStoreContract::active).toList();
        store.putIfAbsent(keys);
        assertThat(store.byOwner(owners)).hasSize(owners.size());
        for (SubjectKey key : keys) {
            assertThat(store.byOwner(List.of(key.owner().orElseThrow())))
                    .containsValue(key)
                    .hasSize(1);
        }
    }

    @Test
    void thePersonsKeysComeInTheOrderOfTheClasses() {
        SubjectRef person = owner("1").subject();
        SubjectKey none = active(new KeyOwner(person, RetentionClass.NONE));
        SubjectKey invoicing = active(new KeyOwner(person, RetentionClass.of(List.of("invoicing"))));
        SubjectKey both = active(new KeyOwner(person, RetentionClass.of(List.of("invoicing", "tax"))));
        store.putIfAbsent(List.of(both, none, active(owner("2")), invoicing));
        assertThat(store.ofSubject(person)).containsExactly(none, invoicing, both);
    }

    @Test
    void manyKeysGoInOneCall() {
        List<SubjectKey> keys = IntStream.range(0, MANY)
                .mapToObj(i -> active(owner(Integer.toString(i))))
                .toList();
        List<KeyId> ids = keys.stream().map(SubjectKey::id).toList();
        store.putIfAbsent(keys);
        assertThat(store.byId(ids).values()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(store.byOwner(
                        keys.stream().map(key -> key.owner().orElseThrow()).toList()))
                .hasSize(MANY);
        assertThat(store.byHandle(
                        keys.stream().map(WrappedKeyStoreContract::handle).toList()))
                .hasSize(MANY);
        store.destroy(ids, THEN);
        assertThat(store.byId(ids).values()).allMatch(key -> key.state() == SubjectKey.State.DESTROYED);
    }

    @Test
    void namingAThingTwiceInACallIsNoError() {
        SubjectKey key = active(owner("1"));
        store.putIfAbsent(List.of(key));
        assertThat(store.byId(List.of(key.id(), key.id()))).hasSize(1);
        assertThat(store.byOwner(List.of(owner("1"), owner("1")))).hasSize(1);
        store.destroy(List.of(key.id(), key.id()), THEN);
        assertThat(store.byId(List.of(key.id()))).containsValue(SubjectKey.destroyed(key.id(), ACME, THEN));
    }

    @Test
    void everyKeyIdAndLongTextsAreKept() {
        SubjectRef longest = new SubjectRef(TenantId.of("t".repeat(200)), "contact", "ü".repeat(200));
        List<SubjectKey> keys = Stream.of(0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE)
                .map(id -> SubjectKey.active(
                        new KeyId(id),
                        new KeyOwner(longest, RetentionClass.of(List.of("p" + id))),
                        newWrapped(),
                        newHandle(),
                        THEN))
                .toList();
        store.putIfAbsent(keys);
        assertThat(store.byId(keys.stream().map(SubjectKey::id).toList()).values())
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void aDestroyedKeyStaysKnownAndKeepsNothingOfThePerson() throws Exception {
        SubjectKey key = active(owner("1"));
        store.putIfAbsent(List.of(key));
        store.destroy(List.of(key.id(), new KeyId(77)), THEN.plusSeconds(60));
        for (WrappedKeyStore node : List.of(store, otherNode(store))) {
            assertThat(node.byId(List.of(key.id(), new KeyId(77))))
                    .containsExactly(Map.entry(key.id(), SubjectKey.destroyed(key.id(), ACME, THEN.plusSeconds(60))));
            assertThat(node.byOwner(List.of(owner("1")))).isEmpty();
            assertThat(node.byHandle(List.of(handle(key)))).isEmpty();
            assertThat(node.ofSubject(owner("1").subject())).isEmpty();
        }
    }

    @Test
    void destroyingAgainChangesNothing() {
        SubjectKey key = active(owner("1"));
        store.putIfAbsent(List.of(key));
        store.destroy(List.of(key.id()), THEN);
        store.destroy(List.of(key.id()), THEN.plusSeconds(3600));
        assertThat(store.byId(List.of(key.id()))).containsValue(SubjectKey.destroyed(key.id(), ACME, THEN));
    }

    @Test
    void anOwnerWhoseKeyWasDestroyedMayGetAnother() {
        SubjectKey old = active(owner("1"));
        SubjectKey young = active(owner("1"));
        store.putIfAbsent(List.of(old));
        store.destroy(List.of(old.id()), THEN);
        assertThat(store.putIfAbsent(List.of(young))).containsValue(young);
        assertThat(store.byId(List.of(old.id(), young.id())).keySet()).containsOnly(old.id(), young.id());
    }

    @Test
    void aProvisionalKeyBelongsToNobodyUntilItIsBound() {
        SubjectKey provisional = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        store.putProvisional(List.of(provisional));
        assertThat(store.byId(List.of(provisional.id()))).containsValue(provisional);
        SubjectKey bound = boundTo(provisional, owner("7"));
        store.bind(List.of(bound));
        store.bind(List.of(boundTo(provisional, owner("7"))));
        assertThat(store.byId(List.of(provisional.id()))).containsValue(bound);
        assertThat(store.byOwner(List.of(owner("7")))).containsValue(bound);
        assertThat(store.ofSubject(owner("7").subject())).containsExactly(bound);
    }

    @Test
    void bindingIsRefusedForKeysThatAreGone() {
        SubjectKey never = active(owner("1"));
        assertThatThrownBy(() -> store.bind(List.of(never))).isInstanceOf(UnknownKeyException.class);
        SubjectKey destroyed = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        store.putProvisional(List.of(destroyed));
        store.destroy(List.of(destroyed.id()), THEN);
        assertThatThrownBy(() -> store.bind(List.of(boundTo(destroyed, owner("1")))))
                .isInstanceOf(KeyDestroyedException.class);
        assertThat(store.byOwner(List.of(owner("1")))).isEmpty();
    }

    @Test
    void bindingIsAllOrNothing() {
        SubjectKey taken = active(owner("1"));
        store.putIfAbsent(List.of(taken));
        SubjectKey one = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        SubjectKey two = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        store.putProvisional(List.of(one, two));
        assertThatThrownBy(() -> store.bind(List.of(boundTo(one, owner("2")), boundTo(two, owner("1")))))
                .isInstanceOf(KeyConflictException.class)
                .hasMessageNotContaining("contact");
        assertThat(store.byId(List.of(one.id(), two.id())).values()).containsOnly(one, two);
        assertThat(store.byOwner(List.of(owner("1"), owner("2")))).containsOnly(Map.entry(owner("1"), taken));
    }

    @Test
    void twoKeysOfOneOwnerAreNotBoundTogether() {
        SubjectKey one = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        SubjectKey two = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        store.putProvisional(List.of(one, two));
        assertThatThrownBy(() -> store.bind(List.of(boundTo(one, owner("2")), boundTo(two, owner("2")))))
                .isInstanceOf(KeyConflictException.class);
        store.bind(List.of(boundTo(one, owner("2"))));
        assertThatThrownBy(() -> store.bind(List.of(boundTo(one, owner("3")))))
                .isInstanceOf(KeyConflictException.class);
    }

    @Test
    void onlyOldProvisionalKeysAreSwept() {
        SubjectKey old = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN.minusSeconds(1));
        SubjectKey young = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        SubjectKey bound = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN.minusSeconds(9));
        store.putProvisional(List.of(old, young, bound));
        store.bind(List.of(boundTo(bound, owner("1"))));
        assertThat(store.sweepProvisional(THEN)).isEqualTo(1);
        assertThat(store.byId(List.of(old.id(), young.id(), bound.id())).keySet())
                .containsOnly(young.id(), bound.id());
        assertThat(store.byHandle(List.of(handle(old)))).isEmpty();
        assertThat(store.sweepProvisional(THEN)).isZero();
        assertThatThrownBy(() -> store.bind(List.of(boundTo(old, owner("5"))))).isInstanceOf(UnknownKeyException.class);
    }

    @Test
    void activeKeysAreCountedByAge() {
        SubjectKey bound = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN.minusSeconds(9));
        SubjectKey unbound = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN.minusSeconds(9));
        SubjectKey gone = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN.minusSeconds(9));
        store.putProvisional(List.of(bound, unbound, gone));
        store.bind(List.of(boundTo(bound, owner("1")), boundTo(gone, owner("2"))));
        store.destroy(List.of(gone.id()), THEN);
        assertThat(store.activeBefore(THEN)).isEqualTo(1);
        assertThat(store.activeBefore(THEN.minusSeconds(9))).isZero();
    }

    @Test
    void recordsOfTheWrongStateAreRefused() {
        SubjectKey provisional = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
        SubjectKey tombstone = SubjectKey.destroyed(newId(), ACME, THEN);
        for (SubjectKey wrong : List.of(provisional, tombstone)) {
            assertThatThrownBy(() -> store.putIfAbsent(List.of(active(owner("1")), wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.bind(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.putProvisional(List.of(provisional, active(owner("1")))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.tenants()).isEmpty();
    }

    @Test
    void theFirstNamedKeyWinsPerTenantAndForTheInstallation() throws Exception {
        NamedKey ours = new NamedKey("index/field/contact/email", Optional.of(ACME), newWrapped(), THEN);
        NamedKey late = new NamedKey("index/field/contact/email", Optional.of(ACME), newWrapped(), THEN);
        NamedKey theirs = new NamedKey("index/field/contact/email", Optional.of(BRAND), newWrapped(), THEN);
        NamedKey all = new NamedKey("index/field/contact/email", Optional.empty(), newWrapped(), THEN);
        NamedKey again = new NamedKey("index/field/contact/email", Optional.empty(), newWrapped(), THEN);
        assertThat(Stream.of(ours, late, theirs, all, again).map(store::putNamedIfAbsent))
                .containsExactly(ours, ours, theirs, all, all);
        WrappedKeyStore node = otherNode(store);
        assertThat(node.named(ours.name(), Optional.of(ACME))).contains(ours);
        assertThat(node.named(ours.name(), Optional.of(BRAND))).contains(theirs);
        assertThat(node.named(ours.name(), Optional.empty())).contains(all);
        assertThat(node.named("Index/field/contact/email", Optional.empty())).isEmpty();
        assertThat(node.tenants()).containsExactlyInAnyOrder(ACME, BRAND);
    }

    @Test
    void manyThreadsOnTwoNodesAgreeOnOneKeyPerOwner() throws Exception {
        List<WrappedKeyStore> nodes = List.of(store, otherNode(store));
        List<KeyOwner> owners =
                IntStream.range(0, 40).mapToObj(i -> owner("p" + i)).toList();
        List<Map<KeyOwner, SubjectKey>> answers = together(thread -> () -> {
            List<KeyOwner> shuffled = new ArrayList<>(owners);
            java.util.Collections.rotate(shuffled, thread * 5);
            return nodes.get(thread % 2)
                    .putIfAbsent(shuffled.stream()
                            .map(WrappedKeyStoreContract::active)
                            .toList());
        });
        Map<KeyOwner, SubjectKey> kept = store.byOwner(owners);
        assertThat(kept).hasSize(owners.size());
        assertThat(answers)
                .hasSize(THREADS)
                .allSatisfy(answer -> assertThat(answer).isEqualTo(kept));
    }

    @Test
    void manyThreadsAgreeOnOneNamedKey() throws Exception {
        WrappedKeyStore other = otherNode(store);
        List<NamedKey> answers = together(thread -> () -> (thread % 2 == 0 ? store : other)
                .putNamedIfAbsent(new NamedKey("tenant-key", Optional.of(ACME), newWrapped(), THEN)));
        assertThat(new HashSet<>(answers)).hasSize(1);
    }

    @Test
    void ofManyThreadsBindingToOneOwnerOneSucceeds() throws Exception {
        Map<Integer, SubjectKey> provisional = new HashMap<>();
        for (int i = 0; i < THREADS; i++) {
            provisional.put(i, SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN));
        }
        store.putProvisional(provisional.values());
        List<Boolean> won = together(thread -> () -> {
            try {
                store.bind(List.of(boundTo(provisional.getOrDefault(thread, active(owner("x"))), owner("9"))));
                return true;
            } catch (KeyConflictException lost) {
                return false;
            }
        });
        assertThat(won).filteredOn(Boolean::booleanValue).hasSize(1);
        assertThat(store.ofSubject(owner("9").subject())).hasSize(1);
    }

    @Test
    void bindingAndDestroyingAtOnceLeavesNoLivingKey() throws Exception {
        for (int round = 0; round < 10; round++) {
            SubjectKey provisional = SubjectKey.provisional(newId(), ACME, newWrapped(), newHandle(), THEN);
            KeyOwner owner = owner("r" + round);
            store.putProvisional(List.of(provisional));
            together(thread -> () -> {
                if (thread % 2 == 0) {
                    store.destroy(List.of(provisional.id()), THEN);
                    return true;
                }
                try {
                    store.bind(List.of(boundTo(provisional, owner)));
                    return true;
                } catch (KeyDestroyedException late) {
                    return false;
                }
            });
            assertThat(store.byId(List.of(provisional.id())))
                    .containsValue(SubjectKey.destroyed(provisional.id(), ACME, THEN));
            assertThat(store.byOwner(List.of(owner))).isEmpty();
        }
    }

    /** Work for one of the threads that start together. */
    private interface Work<T> {
        Callable<T> of(int thread);
    }

    private static <T> List<T> together(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Callable<T> mine = work.of(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return mine.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Returns a contact of the tenant {@link #ACME}, under no duty.
     *
     * @param id the contact's id
     * @return an owner
     */
    protected static KeyOwner owner(String id) {
        return new KeyOwner(new SubjectRef(ACME, "contact", id), RetentionClass.NONE);
    }

    /**
     * Returns a fresh active key; the store cannot tell that its bytes wrap nothing.
     *
     * @param owner whose
     * @return a record
     */
    protected static SubjectKey active(KeyOwner owner) {
        return SubjectKey.active(newId(), owner, newWrapped(), newHandle(), THEN);
    }

    private static SubjectKey boundTo(SubjectKey provisional, KeyOwner owner) {
        return SubjectKey.active(provisional.id(), owner, newWrapped(), handle(provisional), provisional.since());
    }

    private static KeyHandle handle(SubjectKey key) {
        return key.handle().orElseThrow();
    }

    private static KeyId newId() {
        return new KeyId(ThreadLocalRandom.current().nextLong());
    }

    private static WrappedKey newWrapped() {
        return WrappedKey.of(bytes(61));
    }

    private static KeyHandle newHandle() {
        return KeyHandle.of(bytes(KeyHandle.LENGTH));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
