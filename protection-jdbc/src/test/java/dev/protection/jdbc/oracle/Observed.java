package dev.protection.jdbc.oracle;

import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What an application sees of one statement.
 *
 * @param what labels, rows, counts, keys, in one text each
 */
record Observed(List<String> what) {
    static Observed of(Connection connection, Step step) throws SQLException {
        List<String> what = new ArrayList<>();
        if (step.rows().isEmpty()) {
            plain(connection, step, what);
        } else {
            prepared(connection, step, what);
        }
        return new Observed(what);
    }

    private static void plain(Connection connection, Step step, List<String> what) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = step.keys().isEmpty()
                    ? statement.execute(step.sql())
                    : step.keys().get().isEmpty()
                            ? statement.execute(step.sql(), Statement.RETURN_GENERATED_KEYS)
                            : named(statement, step);
            outcome(statement, rows, step, what);
        }
    }

    private static boolean named(Statement statement, Step step) throws SQLException {
        List<String> names = step.keys().orElseThrow();
        return names.get(0).startsWith("#")
                ? statement.execute(step.sql(), ordinals(names))
                : statement.execute(step.sql(), names.toArray(String[]::new));
    }

    /** {@code #1 #2}. */
    private static int[] ordinals(List<String> names) {
        return names.stream()
                .mapToInt(name -> Integer.parseInt(name.substring(1)))
                .toArray();
    }

    private static void prepared(Connection connection, Step step, List<String> what) throws SQLException {
        try (PreparedStatement statement = prepare(connection, step)) {
            for (List<Parameter> row : step.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    row.get(i).bind(statement, i + 1);
                }
                if (step.rows().size() > 1) {
                    statement.addBatch();
                }
            }
            if (step.rows().size() > 1) {
                what.add("counts " + Arrays.toString(statement.executeBatch()));
                keys(statement, step, what);
            } else {
                outcome(statement, statement.execute(), step, what);
            }
        }
    }

    private static PreparedStatement prepare(Connection connection, Step step) throws SQLException {
        if (step.keys().isEmpty()) {
            return connection.prepareStatement(step.sql());
        }
        List<String> names = step.keys().get();
        if (!names.isEmpty() && names.get(0).startsWith("#")) {
            return connection.prepareStatement(step.sql(), ordinals(names));
        }
        return names.isEmpty()
                ? connection.prepareStatement(step.sql(), Statement.RETURN_GENERATED_KEYS)
                : connection.prepareStatement(step.sql(), names.toArray(String[]::new));
    }

    private static void outcome(Statement statement, boolean rows, Step step, List<String> what) throws SQLException {
        if (rows) {
            try (ResultSet result = statement.getResultSet()) {
                what.addAll(rows(result, ordered(step)));
            }
        } else {
            what.add("count " + statement.getUpdateCount());
            keys(statement, step, what);
        }
    }

    /** Whether the query itself is sorted, not only something in brackets. */
    private static boolean ordered(Step step) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char c : step.sql().toLowerCase(Locale.ROOT).toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                outside.append(c);
            }
        }
        return outside.indexOf("order by") >= 0;
    }

    /** Which columns come as keys when none is named is each driver's own way; the first is the generated one. */
    private static void keys(Statement statement, Step step, List<String> what) throws SQLException {
        if (step.keys().isEmpty()) {
            return;
        }
        try (ResultSet keys = statement.getGeneratedKeys()) {
            while (keys.next()) {
                StringBuilder row = new StringBuilder("key");
                int columns = Math.max(1, step.keys().get().size());
                for (int i = 1; i <= columns; i++) {
                    row.append(' ').append(cell(keys, i));
                }
                what.add(row.toString());
            }
        }
    }

    static List<String> rows(ResultSet result, boolean ordered) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> rows = new ArrayList<>();
        while (result.next()) {
            StringBuilder row = new StringBuilder("row");
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                row.append(" | ").append(cell(result, i));
            }
            rows.add(row.toString());
        }
        if (!ordered) {
            Collections.sort(rows);
        }
        List<String> all = new ArrayList<>();
        StringBuilder head = new StringBuilder("columns");
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            head.append(' ').append(meta.getColumnLabel(i)).append(':').append(logicalType(meta.getColumnType(i)));
        }
        all.add(head.toString());
        all.addAll(rows);
        return all;
    }

    /** Types that are one logical type: how wide a sealed number is, is not declared. */
    private static JDBCType logicalType(int type) {
        JDBCType named = JDBCType.valueOf(type);
        return switch (named) {
            case TINYINT, SMALLINT, INTEGER -> JDBCType.BIGINT;
            case NUMERIC -> JDBCType.DECIMAL;
            case BIT -> JDBCType.BOOLEAN;
            case BINARY, LONGVARBINARY, BLOB -> JDBCType.VARBINARY;
            case CHAR, LONGVARCHAR, CLOB -> JDBCType.VARCHAR;
            default -> named;
        };
    }

    private static Object logical(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    /** Whether each product has its own way to write such a value as text. */
    private static boolean ownText(Object value) {
        return value instanceof BigDecimal || value instanceof Boolean || value instanceof Timestamp;
    }

    private static String cell(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value == null) {
            return "NULL" + (result.wasNull() ? "" : "?") + (result.getString(column) == null ? "" : "??");
        }
        if (value instanceof byte[] bytes) {
            return "byte[] " + HexFormat.of().formatHex(bytes) + HexFormat.of().formatHex(result.getBytes(column));
        }
        if (value instanceof Blob blob) {
            return "Blob " + HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return "Clob " + clob.getSubString(1, (int) clob.length());
        }
        Object logical = logical(value);
        String text = ownText(value) ? "" : " '" + result.getString(column) + "'";
        return logical.getClass().getSimpleName() + " " + logical + text;
    }
}
