package dev.protection.jdbc.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where entries of the log are found by terms: eight bytes that stand for a value, never the value. */
final class LogIndexSql {
    private LogIndexSql() {}

    static void insert(SqlSession session, long first, List<Set<Long>> terms) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int at = 0; at < terms.size(); at++) {
            for (Long term : terms.get(at)) {
                rows.add(new @Nullable Object[] {term, first + at});
            }
        }
        session.batch("INSERT INTO protection.log_index (term, position) VALUES (?, ?)", rows);
    }

    static List<Long> positions(SqlSession session, List<Set<Long>> conditions, long from, int most)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(conditions.get(0));
        StringBuilder sql = new StringBuilder("SELECT DISTINCT i.position FROM protection.log_index i WHERE i.term IN ")
                .append(marks(conditions.get(0)))
                .append(" AND i.position >= ?");
        values.add(from);
        for (Set<Long> condition : conditions.subList(1, conditions.size())) {
            sql.append(" AND EXISTS (SELECT 1 FROM protection.log_index x WHERE x.position = i.position AND x.term IN ")
                    .append(marks(condition))
                    .append(')');
            values.addAll(condition);
        }
        values.add(most);
        return session.query(sql + " ORDER BY i.position LIMIT ?", row -> row.number(1), values.toArray());
    }

    static List<Set<Long>> terms(SqlSession session, long from, int most) throws SQLException {
        long end = Math.min(from + most, size(session));
        List<Set<Long>> terms = new ArrayList<>();
        for (long at = from; at < end; at++) {
            terms.add(new HashSet<>());
        }
        session.query(
                "SELECT position, term FROM protection.log_index WHERE position >= ? AND position < ?",
                row -> terms.get((int) (row.number(1) - from)).add(row.number(2)),
                from,
                end);
        return terms;
    }

    private static long size(SqlSession session) throws SQLException {
        return session.first("SELECT size FROM protection.log_head WHERE id = 1", row -> row.number(1))
                .orElse(0L);
    }

    private static String marks(Set<Long> terms) {
        return "(?" + ", ?".repeat(terms.size() - 1) + ")";
    }
}
