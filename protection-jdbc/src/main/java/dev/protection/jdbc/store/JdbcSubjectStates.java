package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * States beside the application's data.
 *
 * <p>A change first sees to it that there is a row, as a writer does: the row's unique key is what makes a writer and an
 * eraser of a person nobody knew before wait for each other.
 */
final class JdbcSubjectStates implements SubjectStates {
    private final SqlTransactions transactions;
    private final Function<SubjectRef, byte[]> keyedHash;
    private final InstantSource clock;

    JdbcSubjectStates(SqlTransactions transactions, Function<SubjectRef, byte[]> keyedHash, InstantSource clock) {
        this.transactions = transactions;
        this.keyedHash = keyedHash;
        this.clock = clock;
    }

    @Override
    public Map<SubjectRef, SubjectState> get(Collection<SubjectRef> subjects) {
        return transactions.call(session -> {
            Map<SubjectRef, SubjectState> rows = new SubjectStateSql(session).read(subjects);
            Set<SubjectRef> missing = subjects.stream()
                    .filter(subject -> !rows.containsKey(subject))
                    .collect(Collectors.toSet());
            Set<SubjectRef> erased = new Tombstones(session, keyedHash).erased(missing);
            Map<SubjectRef, SubjectState> states = new LinkedHashMap<>();
            for (SubjectRef subject : subjects) {
                SubjectState none = erased.contains(subject) ? gone(subject) : SubjectState.active(subject);
                states.put(subject, rows.getOrDefault(subject, none));
            }
            return states;
        });
    }

    @Override
    public SubjectState update(SubjectRef subject, UnaryOperator<SubjectState> change) {
        return transactions.call(session -> {
            SubjectStateSql states = new SubjectStateSql(session);
            Tombstones tombstones = new Tombstones(session, keyedHash);
            SubjectState present = lock(states, tombstones, subject);
            SubjectState next = change.apply(present);
            if (!next.subject().equals(subject)) {
                throw new IllegalArgumentException("the state of one person does not become another's");
            }
            if (next.phase() == Phase.ERASED) {
                tombstones.insert(List.of(subject), clock.instant());
                states.delete(List.of(subject));
                new WithheldSql(session).remove(subject);
            } else {
                tombstones.remove(List.of(subject));
                states.store(next);
                new WithheldSql(session).replace(present, next);
            }
            return next;
        });
    }

    private static SubjectState lock(SubjectStateSql states, Tombstones tombstones, SubjectRef subject)
            throws SQLException {
        List<SubjectRef> one = List.of(subject);
        states.insertMissing(one);
        SubjectState row = states.lockExclusively(one).get(subject);
        if (row == null) {
            throw new SQLException("the state came and went meanwhile", BusinessConflictException.SQL_STATE);
        }
        return tombstones.erased(one).isEmpty() ? row : gone(subject);
    }

    @Override
    public boolean anyWithheld(String kind, String use) {
        return transactions.call(session -> new WithheldSql(session).any(kind, use));
    }

    @Override
    public List<SubjectRef> known(Optional<SubjectRef> after, int most) {
        return transactions.call(session -> new SubjectStateSql(session).known(after, most));
    }

    @Override
    public void rememberErased(Collection<byte[]> hashes) {
        transactions.run(session -> new Tombstones(session, keyedHash).insertHashes(hashes, clock.instant()));
    }

    @Override
    public void forgetErased(Collection<byte[]> hashes) {
        transactions.run(session -> new Tombstones(session, keyedHash).removeHashes(hashes));
    }

    private static SubjectState gone(SubjectRef subject) {
        return SubjectState.erased(subject);
    }
}
