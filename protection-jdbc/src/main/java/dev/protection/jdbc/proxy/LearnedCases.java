package dev.protection.jdbc.proxy;

import dev.protection.jdbc.formula.CaseMapping;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks a database what it makes of each character in upper and lower case: it depends on its version, its locale and
 * where that comes from.
 *
 * <p>PostgreSQL with the C library's or its own locales, and MariaDB, go character by character; H2 is Java. Locales of
 * ICU change characters by their neighbours and are refused.
 */
final class LearnedCases {
    private static final String PROVIDER =
            "SELECT datlocprovider FROM pg_catalog.pg_database WHERE datname = current_database()";
    private static final String POSTGRESQL = "SELECT i, %1$s(chr(i)) FROM generate_series(1, 1114111) i"
            + " WHERE i NOT BETWEEN 55296 AND 57343 AND %1$s(chr(i)) <> chr(i) COLLATE \"C\"";
    private static final String MARIADB =
            "SELECT i, %1$s(c) FROM (SELECT seq AS i, CONVERT(CHAR(seq USING utf32) USING utf8mb4) COLLATE utf8mb4_bin"
                    + " AS c FROM seq_1_to_1114111 WHERE seq NOT BETWEEN 55296 AND 57343) x"
                    + " WHERE CAST(%1$s(c) AS BINARY) <> CAST(c AS BINARY)";
    private static final String H2 = "SELECT UPPER('i\u00DF'), LOWER('I\u0391\u03A3 \u0130')";

    private LearnedCases() {}

    static CaseMapping of(Connection raw, Dialect dialect) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            return switch (dialect) {
                case POSTGRESQL -> {
                    refuseIcu(statement);
                    yield mapped(statement, POSTGRESQL);
                }
                case MARIADB -> mapped(statement, MARIADB);
                case H2 -> java(statement);
            };
        }
    }

    private static void refuseIcu(Statement statement) throws SQLException {
        try (ResultSet provider = statement.executeQuery(PROVIDER)) {
            if (!provider.next() || provider.getString(1).equals("i")) {
                throw SqlErrors.of(JdbcRefusal.cases());
            }
        }
    }

    private static CaseMapping mapped(Statement statement, String query) throws SQLException {
        return CaseMapping.of(
                map(statement, String.format(query, "UPPER")), map(statement, String.format(query, "LOWER")));
    }

    private static Map<Integer, String> map(Statement statement, String query) throws SQLException {
        Map<Integer, String> mapping = new HashMap<>();
        try (ResultSet changed = statement.executeQuery(query)) {
            while (changed.next()) {
                mapping.put(changed.getInt(1), changed.getString(2));
            }
        }
        return mapping;
    }

    private static CaseMapping java(Statement statement) throws SQLException {
        try (ResultSet example = statement.executeQuery(H2)) {
            boolean known = example.next()
                    && example.getString(1).equals(CaseMapping.JAVA.upper("i\u00DF"))
                    && example.getString(2).equals(CaseMapping.JAVA.lower("I\u0391\u03A3 \u0130"));
            if (!known) {
                throw SqlErrors.of(JdbcRefusal.cases());
            }
            return CaseMapping.JAVA;
        }
    }
}
