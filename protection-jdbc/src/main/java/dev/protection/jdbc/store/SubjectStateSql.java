package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads, locks and inserts rows of subject_state, always in one order: tenant, kind, id. */
final class SubjectStateSql {
    /** The order in which everybody locks. */
    static final Comparator<SubjectRef> ORDER = Comparator.comparing(SubjectRef::tenant)
            .thenComparing(SubjectRef::kind)
            .thenComparing(SubjectRef::id);

    private static final int PIECE = 100;

    /** In no name of a purpose. */
    private static final String SEPARATOR = " ";

    private static final String SELECT =
            "SELECT tenant, kind, id, phase, restricted, objections, consents, holds FROM protection.subject_state WHERE ";
    private static final InsertMissing INSERT = InsertMissing.into(
            "protection.subject_state",
            "tenant, kind, id, phase, restricted, objections, consents, holds",
            "tenant, kind, id");

    private final SqlSession session;

    SubjectStateSql(SqlSession session) {
        this.session = session;
    }

    /** Without waiting; on MariaDB as of the transaction's snapshot. */
    Map<SubjectRef, SubjectState> read(Collection<SubjectRef> subjects) throws SQLException {
        return select(subjects, "");
    }

    /** As they are now, not to be changed by others until the transaction ends. */
    Map<SubjectRef, SubjectState> lockShared(Collection<SubjectRef> subjects) throws SQLException {
        return select(subjects, session.schema().choose(" FOR UPDATE", " FOR SHARE", " LOCK IN SHARE MODE"));
    }

    /** As they are now, not to be read under lock by others until the transaction ends. */
    Map<SubjectRef, SubjectState> lockExclusively(Collection<SubjectRef> subjects) throws SQLException {
        return select(subjects, " FOR UPDATE");
    }

    /**
     * Waits for others that are inserting the same persons; passes over rows that are there.
     *
     * @return those whose row this transaction has inserted for certain, and so holds alone until it ends
     */
    Set<SubjectRef> insertMissing(Collection<SubjectRef> subjects) throws SQLException {
        List<SubjectRef> sorted = sorted(subjects);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SubjectRef subject : sorted) {
            SubjectTooLongException.check(subject);
            rows.add(new Object[] {
                subject.tenant().value(), subject.kind(), subject.id(), Phase.ACTIVE.name(), false, "", "", 0
            });
        }
        int[] inserted = INSERT.run(session, rows);
        Set<SubjectRef> own = new HashSet<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 1) {
                own.add(sorted.get(i));
            }
        }
        return own;
    }

    void store(SubjectState state) throws SQLException {
        SubjectRef subject = state.subject();
        session.update(
                "UPDATE protection.subject_state SET phase = ?, restricted = ?, objections = ?, consents = ?,"
                        + " holds = ?"
                        + " WHERE tenant = ? AND kind = ? AND id = ?",
                state.phase().name(),
                state.restricted(),
                String.join(SEPARATOR, state.objections()),
                ConsentText.write(state.consents()),
                state.holds(),
                subject.tenant().value(),
                subject.kind(),
                subject.id());
    }

    List<SubjectRef> known(Optional<SubjectRef> after, int most) throws SQLException {
        String select = "SELECT tenant, kind, id FROM protection.subject_state";
        String order = " ORDER BY tenant, kind, id LIMIT ?";
        List<@Nullable Object> values = new ArrayList<>(
                Arrays.asList(after.map(last -> values(List.of(last))).orElseGet(() -> new Object[0])));
        values.add(most);
        return session.query(
                select + (after.isEmpty() ? "" : " WHERE (tenant, kind, id) > (?, ?, ?)") + order,
                row -> new SubjectRef(TenantId.of(row.text(1)), row.text(2), row.text(3)),
                values.toArray());
    }

    void delete(Collection<SubjectRef> subjects) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        sorted(subjects).forEach(subject -> rows.add(values(List.of(subject))));
        session.batch("DELETE FROM protection.subject_state WHERE tenant = ? AND kind = ? AND id = ?", rows);
    }

    private Map<SubjectRef, SubjectState> select(Collection<SubjectRef> subjects, String lock) throws SQLException {
        List<SubjectRef> sorted = sorted(subjects);
        Map<SubjectRef, SubjectState> found = new LinkedHashMap<>();
        for (int from = 0; from < sorted.size(); from += PIECE) {
            List<SubjectRef> piece = sorted.subList(from, Math.min(sorted.size(), from + PIECE));
            String sql = SELECT + among(piece.size()) + " ORDER BY tenant, kind, id" + lock;
            for (SubjectState state : session.query(sql, SubjectStateSql::state, values(piece))) {
                found.put(state.subject(), state);
            }
        }
        return found;
    }

    /** MariaDB finds row values by a scan, which would lock every row; alternatives it finds by the key. */
    private String among(int count) {
        String rows = "(tenant, kind, id) IN ((?, ?, ?)" + ", (?, ?, ?)".repeat(count - 1) + ")";
        String one = "(tenant = ? AND kind = ? AND id = ?)";
        return session.schema().choose(rows, rows, "(" + one + (" OR " + one).repeat(count - 1) + ")");
    }

    private static Object[] values(List<SubjectRef> subjects) {
        List<Object> values = new ArrayList<>();
        for (SubjectRef subject : subjects) {
            values.addAll(List.of(subject.tenant().value(), subject.kind(), subject.id()));
        }
        return values.toArray();
    }

    private static SubjectState state(SqlRow row) throws SQLException {
        SubjectRef subject = new SubjectRef(TenantId.of(row.text(1)), row.text(2), row.text(3));
        return new SubjectState(
                subject,
                Phase.valueOf(row.text(4)),
                row.flag(5),
                objections(row.text(6)),
                ConsentText.read(row.text(7)),
                (int) row.number(8));
    }

    private static SortedSet<String> objections(String joined) {
        return joined.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(joined.split(SEPARATOR, -1)));
    }

    private static List<SubjectRef> sorted(Collection<SubjectRef> subjects) {
        return subjects.stream().distinct().sorted(ORDER).toList();
    }
}
