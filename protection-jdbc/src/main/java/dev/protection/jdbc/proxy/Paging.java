package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.SortPlan;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which of the sorted rows are shown.
 *
 * @param limit how many at most
 * @param offset how many are left out first
 */
record Paging(long limit, long offset) {

    static Paging of(SortPlan plan, Bindings bindings, Dialect dialect) throws SQLException {
        return new Paging(
                amount(plan.limit(), bindings, dialect, Long.MAX_VALUE), amount(plan.offset(), bindings, dialect, 0));
    }

    /** A limit or offset of NULL is none, where the database takes one. */
    private static long amount(Optional<SortPlan.Amount> amount, Bindings bindings, Dialect dialect, long none)
            throws SQLException {
        if (amount.isEmpty()) {
            return none;
        }
        int parameter = amount.get().logical();
        if (parameter == 0) {
            return amount.get().fixed();
        }
        Object value = bindings.operand(parameter, false);
        if (value == null && dialect == Dialect.POSTGRESQL) {
            return none;
        }
        if (!(value instanceof Long number) || number < 0) {
            throw SqlErrors.of(JdbcRefusal.value("parameter " + parameter, "a number of rows is 0 or more."));
        }
        return number;
    }

    /** The same with the limit that the application set on its statement; 0 for none. */
    Paging within(int maxRows) {
        return maxRows == 0 ? this : new Paging(Math.min(limit, maxRows), offset);
    }

    int[] of(int[] rows) {
        int from = (int) Math.min(offset, rows.length);
        int to = (int) Math.min(limit, rows.length - from) + from;
        return Arrays.copyOfRange(rows, from, to);
    }
}
