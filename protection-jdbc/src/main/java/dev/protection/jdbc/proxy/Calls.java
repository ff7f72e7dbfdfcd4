package dev.protection.jdbc.proxy;

import java.sql.SQLException;
import java.util.Arrays;

/** Rules about which method of JDBC runs which kind of statement. */
final class Calls {
    private Calls() {}

    static void requireQuery(PlannedStatement plan) throws SQLException {
        if (!plan.query()) {
            throw new SQLException("executeQuery needs a statement that gives rows", "07005");
        }
    }

    static void requireChange(PlannedStatement plan) throws SQLException {
        if (plan.query()) {
            throw new SQLException("executeUpdate needs a statement that gives no rows", "07005");
        }
    }

    static int[] small(long[] counts) {
        return Arrays.stream(counts).mapToInt(Results::small).toArray();
    }
}
