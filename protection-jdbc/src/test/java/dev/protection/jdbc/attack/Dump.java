package dev.protection.jdbc.attack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** What stands in a table, as text. */
final class Dump {
    private Dump() {}

    /**
     * All rows.
     *
     * @param order what to sort by
     */
    static String of(Connection connection, String table, String order) throws SQLException {
        return ofQuery(connection, "SELECT * FROM " + table + " ORDER BY " + order);
    }

    /** What a query finds. */
    static String ofQuery(Connection connection, String query) throws SQLException {
        StringBuilder text = new StringBuilder(query).append('\n');
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    String shown =
                            value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : "" + value;
                    text.append(" | ").append(shown);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
