package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A declared table as the database has it. Names are declared as people write them; here they get the letters under
 * which they are stored, and quotes. An exact name wins over one that differs in case only.
 *
 * @param quoted schema and name, ready for a statement
 * @param columns in their order
 * @param key the primary key's columns, as stored
 */
record PhysicalTable(String quoted, List<Column> columns, List<String> key) {
    private static final String TABLES =
            "SELECT table_schema, table_name FROM information_schema.tables" + " WHERE %s AND LOWER(table_name) = ?";
    private static final String COLUMNS = "SELECT column_name, data_type, is_nullable FROM information_schema.columns"
            + " WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position";
    /** Names the table twice and joins by nothing of it: else MariaDB opens every table of the server. */
    private static final String KEY = "SELECT k.column_name FROM information_schema.table_constraints c"
            + " JOIN information_schema.key_column_usage k ON k.constraint_name = c.constraint_name"
            + " WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = ? AND c.table_name = ?"
            + " AND k.table_schema = ? AND k.table_name = ?"
            + " ORDER BY k.ordinal_position";

    /** A column as stored: its name, that name in quotes, the database's own name of the type, whether it takes NULL. */
    record Column(String name, String quoted, String type, boolean nullable) {}

    private record Place(String schema, String table) {}

    /**
     * Looks a table up.
     *
     * @param declared its name, perhaps with a schema before a dot
     * @return empty when the database has no such table
     */
    static Optional<PhysicalTable> find(SqlSession session, String declared) throws SQLException {
        int dot = declared.lastIndexOf('.');
        String name = declared.substring(dot + 1);
        String here = session.schema().choose("CURRENT_SCHEMA", "current_schema()", "DATABASE()");
        SqlSession.Reader<Place> place = row -> new Place(row.text(1), row.text(2));
        List<Place> found = dot < 0
                ? session.query(TABLES.formatted("table_schema = " + here), place, lower(name))
                : session.query(
                        TABLES.formatted("LOWER(table_schema) = LOWER(?)"),
                        place,
                        declared.substring(0, dot),
                        lower(name));
        Optional<Place> exact =
                found.stream().filter(one -> one.table().equals(name)).findFirst();
        Optional<Place> best = exact.or(() -> found.stream().findFirst());
        return best.isEmpty() ? Optional.empty() : Optional.of(read(session, best.get()));
    }

    private static PhysicalTable read(SqlSession session, Place place) throws SQLException {
        Dialect dialect = session.schema().dialect();
        List<Column> columns = session.query(
                COLUMNS,
                row -> new Column(
                        row.text(1),
                        dialect.quote(row.text(1)),
                        lower(row.text(2)),
                        row.text(3).equals("YES")),
                place.schema(),
                place.table());
        List<String> key =
                session.query(KEY, row -> row.text(1), place.schema(), place.table(), place.schema(), place.table());
        return new PhysicalTable(dialect.quote(place.schema()) + "." + dialect.quote(place.table()), columns, key);
    }

    /**
     * Finds a column.
     *
     * @param declared its name in any case
     * @return empty when there is none
     */
    Optional<Column> column(String declared) {
        Optional<Column> exact =
                columns.stream().filter(one -> one.name().equals(declared)).findFirst();
        return exact.or(() -> columns.stream()
                .filter(one -> one.name().equalsIgnoreCase(declared))
                .findFirst());
    }

    /**
     * Finds a column that has to be there.
     *
     * @param declared its name in any case
     * @return the column
     * @throws SQLException when the table has no such column
     */
    Column required(String declared) throws SQLException {
        return column(declared).orElseThrow(() -> new SQLException("a declared column is missing", "42703"));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
