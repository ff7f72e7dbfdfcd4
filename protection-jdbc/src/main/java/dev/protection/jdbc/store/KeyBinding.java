package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.encryption.KeyConflictException;
import dev.protection.encryption.KeyDestroyedException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.encryption.WrappedKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Turns provisional keys into active ones, all of them or none. */
final class KeyBinding {
    private static final String BIND = "UPDATE protection.subject_key SET state = 'ACTIVE', owner = ?, subject = ?,"
            + " kind = ?, subject_id = ?, retention_class = ?, wrapped = ?, handle = ? WHERE id = ?"
            + " AND state = 'PROVISIONAL'";

    private KeyBinding() {}

    static void bind(SqlSession session, SortedMap<KeyId, SubjectKey> bound) throws SQLException {
        lock(session, bound);
        Map<KeyId, SubjectKey> kept = new HashMap<>();
        for (SubjectKey key : session.queryIn(SubjectKeyRow.SELECT + "id IN ", SubjectKeyRow::read, ids(bound))) {
            kept.put(key.id(), key);
        }
        Map<KeyOwner, SubjectKey> taken = SubjectKeyRow.byOwner(session, owners(bound));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SubjectKey key : bound.values()) {
            if (needsBinding(key, Optional.ofNullable(kept.get(key.id())), taken)) {
                rows.add(row(key));
            }
        }
        session.batch(BIND, rows);
    }

    private static Set<KeyOwner> owners(SortedMap<KeyId, SubjectKey> bound) {
        Set<KeyOwner> owners = new HashSet<>();
        for (SubjectKey key : bound.values()) {
            if (!owners.add(key.owner().orElseThrow())) {
                throw new KeyConflictException(key.id());
            }
        }
        return owners;
    }

    private static boolean needsBinding(SubjectKey key, Optional<SubjectKey> kept, Map<KeyOwner, SubjectKey> taken) {
        SubjectKey now = kept.orElseThrow(() -> new UnknownKeyException(key.id()));
        if (now.state() == SubjectKey.State.DESTROYED) {
            throw new KeyDestroyedException(key.id());
        }
        SubjectKey others = taken.get(key.owner().orElseThrow());
        boolean ownerHasAnother = others != null && !others.id().equals(key.id());
        boolean keyHasAnother = now.owner().isPresent() && !now.owner().equals(key.owner());
        if (ownerHasAnother || keyHasAnother || !now.tenant().equals(key.tenant())) {
            throw new KeyConflictException(key.id());
        }
        return now.state() == SubjectKey.State.PROVISIONAL;
    }

    /** In the order of the ids, as everybody does. */
    private static void lock(SqlSession session, SortedMap<KeyId, SubjectKey> bound) throws SQLException {
        List<Long> sorted = ids(bound);
        for (int from = 0; from < sorted.size(); from += SqlSession.CHUNK) {
            List<Long> piece = sorted.subList(from, Math.min(sorted.size(), from + SqlSession.CHUNK));
            session.query(
                    "SELECT id FROM protection.subject_key WHERE id IN (?" + ", ?".repeat(piece.size() - 1)
                            + ") ORDER BY id FOR UPDATE",
                    row -> row.number(1),
                    piece.toArray());
        }
    }

    private static List<Long> ids(SortedMap<KeyId, SubjectKey> bound) {
        return bound.keySet().stream().map(KeyId::value).sorted().toList();
    }

    private static @Nullable Object[] row(SubjectKey key) {
        KeyOwner owner = key.owner().orElseThrow();
        SubjectRef subject = owner.subject();
        return new @Nullable Object[] {
            KeyDigests.owner(owner),
            KeyDigests.subject(subject),
            subject.kind(),
            subject.id(),
            owner.retentionClass().name(),
            key.wrapped().map(WrappedKey::bytes).orElse(null),
            key.handle().map(KeyHandle::bytes).orElse(null),
            key.id().value()
        };
    }
}
