package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Wrapped keys in tables of their own; owners are found by digest, so that ids of any length compare exactly. */
final class JdbcKeyStore implements WrappedKeyStore {
    private static final String DESTROY = "UPDATE protection.subject_key SET state = 'DESTROYED', owner = NULL,"
            + " subject = NULL, kind = NULL, subject_id = NULL, retention_class = NULL, wrapped = NULL, handle = NULL,"
            + " since = ? WHERE state <> 'DESTROYED' AND id IN ";

    private final SqlTransactions transactions;

    JdbcKeyStore(SqlTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<NamedKey> named(String name, Optional<TenantId> tenant) {
        return transactions.call(session -> NamedKeyRow.find(session, name, tenant));
    }

    @Override
    public NamedKey putNamedIfAbsent(NamedKey key) {
        return transactions.call(session -> {
            NamedKeyRow.insert(session, key);
            return NamedKeyRow.find(session, key.name(), key.tenant()).orElseThrow();
        });
    }

    @Override
    public Map<KeyOwner, SubjectKey> byOwner(Collection<KeyOwner> owners) {
        return transactions.call(session -> SubjectKeyRow.byOwner(session, new HashSet<>(owners)));
    }

    @Override
    public Map<KeyId, SubjectKey> byId(Collection<KeyId> ids) {
        List<Long> values = new HashSet<>(ids).stream().map(KeyId::value).toList();
        return index(find("id IN ", values), SubjectKey::id);
    }

    @Override
    public Map<KeyHandle, SubjectKey> byHandle(Collection<KeyHandle> handles) {
        List<byte[]> values =
                new HashSet<>(handles).stream().map(KeyHandle::bytes).toList();
        return index(find("handle IN ", values), key -> key.handle().orElseThrow());
    }

    @Override
    public List<SubjectKey> ofSubject(SubjectRef subject) {
        return find("subject IN ", List.of(KeyDigests.subject(subject))).stream()
                .sorted(Comparator.comparing(key -> key.owner().orElseThrow().retentionClass()))
                .toList();
    }

    @Override
    public Map<KeyOwner, SubjectKey> putIfAbsent(Collection<SubjectKey> keys) {
        require(keys, SubjectKey.State.ACTIVE);
        Map<KeyOwner, SubjectKey> given = new HashMap<>();
        keys.forEach(key -> given.putIfAbsent(key.owner().orElseThrow(), key));
        return transactions.call(session -> SubjectKeyRow.insertIfAbsent(session, given));
    }

    @Override
    public void putProvisional(Collection<SubjectKey> keys) {
        require(keys, SubjectKey.State.PROVISIONAL);
        transactions.run(session -> SubjectKeyRow.insert(session, keys));
    }

    @Override
    public void bind(Collection<SubjectKey> bound) {
        require(bound, SubjectKey.State.ACTIVE);
        TreeMap<KeyId, SubjectKey> sorted = new TreeMap<>(index(bound, SubjectKey::id));
        transactions.run(session -> KeyBinding.bind(session, sorted));
    }

    @Override
    public void destroy(Collection<KeyId> ids, Instant at) {
        List<Long> sorted = ids.stream().map(KeyId::value).distinct().sorted().toList();
        transactions.call(session -> session.updateIn(DESTROY, sorted, at));
    }

    @Override
    public int sweepProvisional(Instant olderThan) {
        return transactions.call(session -> session.update(
                "DELETE FROM protection.subject_key WHERE state = 'PROVISIONAL' AND since < ?", olderThan));
    }

    @Override
    public long activeBefore(Instant time) {
        return transactions
                .call(session -> session.query(
                        "SELECT COUNT(*) FROM protection.subject_key WHERE state = 'ACTIVE' AND since < ?",
                        row -> row.number(1),
                        time))
                .get(0);
    }

    @Override
    public Set<TenantId> tenants() {
        return new HashSet<>(transactions.call(session -> session.query(
                "SELECT tenant FROM protection.named_key WHERE tenant <> ''"
                        + " UNION SELECT tenant FROM protection.subject_key",
                row -> TenantId.of(row.text(1)))));
    }

    private List<SubjectKey> find(String condition, Collection<?> values) {
        return transactions.call(
                session -> session.queryIn(SubjectKeyRow.SELECT + condition, SubjectKeyRow::read, values));
    }

    private static <K> Map<K, SubjectKey> index(Collection<SubjectKey> keys, Function<SubjectKey, K> by) {
        Map<K, SubjectKey> index = new HashMap<>();
        keys.forEach(key -> index.put(by.apply(key), key));
        return index;
    }

    private static void require(Collection<SubjectKey> keys, SubjectKey.State state) {
        for (SubjectKey key : keys) {
            if (key.state() != state) {
                throw new IllegalArgumentException("key " + key.id() + " is " + key.state() + ", not " + state);
            }
        }
    }
}
