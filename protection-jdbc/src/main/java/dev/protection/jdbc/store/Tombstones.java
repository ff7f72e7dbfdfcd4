package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What remembers that a person was erased, without naming the person: a keyed hash of the reference. */
final class Tombstones {
    private static final InsertMissing INSERT =
            InsertMissing.into("protection.subject_tombstone", "tombstone, at", "tombstone");

    private final SqlSession session;
    private final Function<SubjectRef, byte[]> keyedHash;

    Tombstones(SqlSession session, Function<SubjectRef, byte[]> keyedHash) {
        this.session = session;
        this.keyedHash = keyedHash;
    }

    Set<SubjectRef> erased(Collection<SubjectRef> subjects) throws SQLException {
        Map<String, SubjectRef> byHash = byHash(subjects);
        byHash.keySet()
                .retainAll(session.queryIn(
                        "SELECT tombstone FROM protection.subject_tombstone WHERE tombstone IN ",
                        row -> HexFormat.of().formatHex(row.bytes(1)),
                        bytes(byHash)));
        return new HashSet<>(byHash.values());
    }

    void insert(Collection<SubjectRef> subjects, Instant at) throws SQLException {
        insertHashes(bytes(byHash(subjects)), at);
    }

    void insertHashes(Collection<byte[]> hashes, Instant at) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        hashes.forEach(hash -> rows.add(new Object[] {hash, at}));
        INSERT.run(session, rows);
    }

    void remove(Collection<SubjectRef> subjects) throws SQLException {
        removeHashes(bytes(byHash(subjects)));
    }

    void removeHashes(Collection<byte[]> hashes) throws SQLException {
        session.updateIn("DELETE FROM protection.subject_tombstone WHERE tombstone IN ", hashes);
    }

    /** In one order on every node. */
    private Map<String, SubjectRef> byHash(Collection<SubjectRef> subjects) {
        Map<String, SubjectRef> byHash = new TreeMap<>();
        subjects.forEach(subject -> byHash.put(HexFormat.of().formatHex(keyedHash.apply(subject)), subject));
        return byHash;
    }

    private static List<byte[]> bytes(Map<String, SubjectRef> byHash) {
        return byHash.keySet().stream().map(HexFormat.of()::parseHex).toList();
    }
}
