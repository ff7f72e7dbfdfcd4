package dev.protection.jdbc.store;

import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subject key as a row. */
final class SubjectKeyRow {
    static final String SELECT = "SELECT id, tenant, state, kind, subject_id, retention_class, wrapped, handle, since"
            + " FROM protection.subject_key WHERE ";

    private static final InsertMissing INSERT = InsertMissing.into(
            "protection.subject_key",
            "owner, id, tenant, state, subject, kind, subject_id, retention_class, wrapped, handle, since",
            "owner");

    private SubjectKeyRow() {}

    /** What cannot have been stored by the library was put there by another: a key that is not authentic. */
    static SubjectKey read(SqlRow row) throws SQLException {
        KeyId id = new KeyId(row.number(1));
        try {
            return read(id, row);
        } catch (IllegalArgumentException | NullPointerException damaged) {
            throw new WrappedKeyException("key " + id);
        }
    }

    private static SubjectKey read(KeyId id, SqlRow row) throws SQLException {
        TenantId tenant = TenantId.of(row.text(2));
        Optional<KeyOwner> owner = Optional.empty();
        if (row.optionalText(4).isPresent()) {
            SubjectRef subject = new SubjectRef(tenant, row.text(4), row.text(5));
            owner = Optional.of(new KeyOwner(subject, new RetentionClass(row.text(6))));
        }
        return new SubjectKey(
                id,
                tenant,
                SubjectKey.State.valueOf(row.text(3)),
                owner,
                row.optionalBytes(7).map(WrappedKey::of),
                row.optionalBytes(8).map(KeyHandle::of),
                row.instant(9));
    }

    static Map<KeyOwner, SubjectKey> byOwner(SqlSession session, Collection<KeyOwner> owners) throws SQLException {
        List<byte[]> digests = owners.stream().map(KeyDigests::owner).toList();
        Map<KeyOwner, SubjectKey> found = new HashMap<>();
        for (SubjectKey key : session.queryIn(SELECT + "owner IN ", SubjectKeyRow::read, digests)) {
            found.put(key.owner().orElseThrow(), key);
        }
        return found;
    }

    /**
     * Inserts in the order of the owners' digests, so that nodes which meet do not wait in a circle.
     *
     * @return what is kept for each owner now; only what was there before is read
     */
    static Map<KeyOwner, SubjectKey> insertIfAbsent(SqlSession session, Map<KeyOwner, SubjectKey> keys)
            throws SQLException {
        List<SubjectKey> sorted = keys.values().stream()
                .map(key -> Map.entry(KeyDigests.owner(key.owner().orElseThrow()), key))
                .sorted((one, other) -> Arrays.compareUnsigned(one.getKey(), other.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        int[] inserted = INSERT.run(session, values(sorted));
        Map<KeyOwner, SubjectKey> kept = new HashMap<>();
        Set<KeyOwner> others = new HashSet<>();
        for (int i = 0; i < sorted.size(); i++) {
            KeyOwner owner = sorted.get(i).owner().orElseThrow();
            if (inserted[i] == 1) {
                kept.put(owner, sorted.get(i));
            } else {
                others.add(owner);
            }
        }
        if (!others.isEmpty()) {
            kept.putAll(byOwner(session, others));
        }
        for (KeyOwner owner : others) {
            if (!kept.containsKey(owner)) {
                throw new KeyConflictException(
                        Objects.requireNonNull(keys.get(owner)).id());
            }
        }
        return kept;
    }

    static void insert(SqlSession session, Collection<SubjectKey> keys) throws SQLException {
        session.batch(
                "INSERT INTO " + INSERT.table() + " (" + INSERT.columns() + ") VALUES (?" + ", ?".repeat(10) + ")",
                values(keys));
    }

    private static List<@Nullable Object[]> values(Collection<SubjectKey> keys) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SubjectKey key : keys) {
            Optional<SubjectRef> subject = key.owner().map(KeyOwner::subject);
            rows.add(new @Nullable Object[] {
                key.owner().map(KeyDigests::owner).orElse(null),
                key.id().value(),
                key.tenant().value(),
                key.state().name(),
                subject.map(KeyDigests::subject).orElse(null),
                subject.map(SubjectRef::kind).orElse(null),
                subject.map(SubjectRef::id).orElse(null),
                key.owner().map(owner -> owner.retentionClass().name()).orElse(null),
                key.wrapped().map(WrappedKey::bytes).orElse(null),
                key.handle().map(KeyHandle::bytes).orElse(null),
                key.since()
            });
        }
        return rows;
    }
}
