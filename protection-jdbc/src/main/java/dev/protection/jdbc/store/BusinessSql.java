package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.core.flow.BusinessTransaction;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The library's part in a transaction of the application, on the application's own connection.
 *
 * <p>Made once per physical connection; like the connection, not for several threads at once. The caller sees to it that
 * a transaction is open, and rolls it back when a method throws.
 *
 * <ol>
 *   <li>Persons without a row are looked for. On PostgreSQL the rows that are there are locked by that. On MariaDB, which
 *       locks gaps when a locked row is missing, and on H2, whose lock is exclusive, that could end in a circle.
 *   <li>Those without get a row. Its unique key makes another transaction that inserts or erases the same person wait,
 *       so that nothing of the person is written before this transaction has its lock, and a snapshot sees its own row.
 *   <li>Only then the tombstones are asked, on the stores' own connection: a snapshot of this transaction may be older
 *       than a tombstone, and a lock on what is not there would stand in the way of other erasures. Who was erased loses
 *       the row again and is told so.
 *   <li>A row of its own is locked by having been inserted. What is not locked yet is locked, shared where the database can, in the order of tenant, kind, id. A row that
 *       only a snapshot still showed is missing now: once more from the second step.
 * </ol>
 */
public final class BusinessSql implements BusinessTransaction {
    private static final int ROUNDS = 3;

    private final SqlSession session;
    private final String node;
    private final SubjectStateSql states;
    private final SubjectStates present;

    /**
     * Takes part in the transactions of a connection.
     *
     * @param connection the application's connection, as the driver made it
     * @param node the name of this node, for the record
     * @param present the states as they are now, read on connections of their own
     * @throws SQLException when the connection cannot say which database it leads to
     */
    public BusinessSql(Connection connection, String node, SubjectStates present) throws SQLException {
        this.session = new SqlSession(connection, StoreSchema.of(connection));
        this.node = node;
        this.states = new SubjectStateSql(session);
        this.present = present;
    }

    @Override
    public Map<SubjectRef, SubjectState> lockShared(SortedSet<SubjectRef> subjects) {
        try {
            return lock(subjects);
        } catch (SQLException e) {
            throw BusinessConflictException.orUnavailable(e);
        }
    }

    @Override
    public void enqueue(UUID id, Instant at, byte[] event) {
        try {
            session.update(
                    "INSERT INTO protection.outbox (id, at, node, event) VALUES (?, ?, ?, ?)", id, at, node, event);
        } catch (SQLException e) {
            throw BusinessConflictException.orUnavailable(e);
        }
    }

    private Map<SubjectRef, SubjectState> lock(SortedSet<SubjectRef> subjects) throws SQLException {
        boolean lockFirst = session.schema().dialect() == Dialect.POSTGRESQL;
        Map<SubjectRef, SubjectState> settled = new HashMap<>(lockFirst ? states.lockShared(subjects) : Map.of());
        Set<SubjectRef> seen =
                lockFirst ? settled.keySet() : states.read(subjects).keySet();
        for (int round = 0; round < ROUNDS && settled.size() < subjects.size(); round++) {
            settled.putAll(admit(without(subjects, seen)));
            settled.putAll(states.lockShared(without(subjects, settled.keySet())));
            seen = settled.keySet();
        }
        if (settled.size() < subjects.size()) {
            throw new SQLException("states come and go", BusinessConflictException.SQL_STATE);
        }
        return settled;
    }

    /** Returns those who were erased, leaving no row of them, and those whose row is this transaction's own. */
    private Map<SubjectRef, SubjectState> admit(Set<SubjectRef> unknown) throws SQLException {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Set<SubjectRef> own = states.insertMissing(unknown);
        Set<SubjectRef> gone = present.get(unknown).values().stream()
                .filter(state -> state.phase() == Phase.ERASED)
                .map(SubjectState::subject)
                .collect(Collectors.toSet());
        states.delete(gone);
        Map<SubjectRef, SubjectState> settled = new HashMap<>();
        own.forEach(subject -> settled.put(subject, SubjectState.active(subject)));
        gone.forEach(subject -> settled.put(subject, SubjectState.erased(subject)));
        return settled;
    }

    private static Set<SubjectRef> without(Set<SubjectRef> all, Set<SubjectRef> some) {
        Set<SubjectRef> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
