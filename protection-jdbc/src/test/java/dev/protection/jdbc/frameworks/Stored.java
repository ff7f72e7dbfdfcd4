package dev.protection.jdbc.frameworks;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The tables of a database and what is in them. */
final class Stored {
    private Stored() {}

    /** Names in quotes. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        String quote = connection.getMetaData().getIdentifierQuoteString();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                found.add(quote + tables.getString("TABLE_NAME") + quote);
            }
        }
        return found;
    }

    /** A name without quotes, small. */
    static String folded(String table) {
        return table.substring(1, table.length() - 1).toLowerCase(Locale.ROOT);
    }

    /** Sorted. */
    static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT))
                            .append('=')
                            .append(text(rows.getObject(i)))
                            .append(' ');
                }
                found.add(row.toString());
            }
        }
        Collections.sort(found);
        return found;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes
                ? HexFormat.of().formatHex(bytes)
                : value instanceof BigDecimal number
                        ? number.stripTrailingZeros().toPlainString()
                        : value instanceof UUID ? "made at random" : String.valueOf(value);
    }

    /** Columns in which a sentinel can be read. */
    static List<String> plaintext(Connection raw) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : tables(raw)) {
            try (Statement statement = raw.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        if (readable(rows.getObject(i)).contains("sentinel")) {
                            found.add(table + "." + rows.getMetaData().getColumnName(i));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String readable(Object value) {
        String text =
                value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
        return text.toLowerCase(Locale.ROOT);
    }
}
