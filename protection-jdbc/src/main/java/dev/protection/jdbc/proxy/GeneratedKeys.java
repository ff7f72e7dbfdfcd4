package dev.protection.jdbc.proxy;

import dev.protection.SearchColumn;
import dev.protection.jdbc.sql.Dialect;
import dev.protection.jdbc.sql.InsertPlan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the database makes for new rows: some the application asked for, one the library needs to know whose row
 * it is. They are read once and kept, because a driver gives them only once.
 */
final class GeneratedKeys {
    private final List<String> columns;
    private final boolean asked;
    private final @Nullable String subject;
    private final boolean oneColumnOnly;
    private final boolean all;
    private final List<String> returned = new ArrayList<>();
    private @Nullable CachedRowSet rows;

    private GeneratedKeys(
            List<String> columns, boolean asked, @Nullable String subject, boolean oneColumnOnly, boolean all) {
        this.all = all;
        this.columns = columns;
        this.asked = asked;
        this.subject = subject;
        this.oneColumnOnly = oneColumnOnly;
    }

    static GeneratedKeys of(InsertPlan plan, KeyRequest request, boolean awaitsSubject, Dialect dialect)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        if (request instanceof KeyRequest.All) {
            columns.addAll(plan.keyColumns());
        } else if (request instanceof KeyRequest.Inserted inserted) {
            columns.addAll(inserted.names());
        } else if (request instanceof KeyRequest.Names names) {
            for (String name : names.names()) {
                refuseHelper(plan, name);
                columns.add(name);
            }
        } else if (request instanceof KeyRequest.Ordinals ordinals) {
            columns.addAll(named(plan, ordinals.ordinals(), dialect));
        }
        boolean asked = !columns.isEmpty();
        String subject = awaitsSubject ? plan.subjectColumn() : null;
        if (subject != null && columns.stream().noneMatch(subject::equalsIgnoreCase)) {
            columns.add(subject);
        }
        boolean all = request instanceof KeyRequest.Inserted;
        return new GeneratedKeys(columns, asked, subject, dialect == Dialect.MARIADB, all);
    }

    /** Each driver has its own way: MariaDB's takes no notice of the numbers, PostgreSQL's has no such method. */
    private static List<String> named(InsertPlan plan, int[] ordinals, Dialect dialect) throws SQLException {
        if (dialect == Dialect.MARIADB) {
            return plan.keyColumns();
        }
        if (dialect == Dialect.POSTGRESQL) {
            throw SqlErrors.of(JdbcRefusal.value("generated keys by ordinal", "name the columns instead."));
        }
        List<String> names = new ArrayList<>();
        for (int ordinal : ordinals) {
            if (ordinal < 1 || ordinal > plan.columns().size()) {
                throw new SQLException("column " + ordinal + " does not exist", "42S22");
            }
            String name = plan.columns().get(ordinal - 1);
            refuseHelper(plan, name);
            names.add(name);
        }
        return names;
    }

    private static void refuseHelper(InsertPlan plan, String name) throws SQLException {
        boolean declared = plan.dataset().fields().values().stream()
                .filter(field -> field.encrypt())
                .anyMatch(field -> name.equalsIgnoreCase(field.name())
                        || SearchColumn.of(field).stream()
                                .anyMatch(kind -> kind.name(field).equalsIgnoreCase(name)));
        if (declared) {
            throw SqlErrors.of(JdbcRefusal.value("a protected column as generated key", "select the row instead."));
        }
    }

    /** The columns to ask the driver for; none when nobody needs any. */
    List<String> columns() {
        return columns;
    }

    void read(PreparedStatement statement) throws SQLException {
        if (!columns.isEmpty()) {
            try (ResultSet keys = statement.getGeneratedKeys()) {
                CachedRowSet kept = RowSetProvider.newFactory().createCachedRowSet();
                kept.populate(keys);
                rows = kept;
            }
        }
    }

    /** Whether the driver gives back fewer keys than a statement makes: MariaDB's gives only the first. */
    boolean needsReturning(int rowsPerStatement) {
        return oneColumnOnly && (all || (subject != null && rowsPerStatement > 1));
    }

    /** The statement, made to return the persons' ids; a new line ends a comment at its end. */
    String returning(String sql) {
        String end = sql.stripTrailing();
        String open = end.endsWith(";") ? end.substring(0, end.length() - 1) : end;
        List<String> named = all ? columns : List.of(Objects.requireNonNull(subject));
        return open + "\nRETURNING `" + String.join("`, `", named) + '`';
    }

    /** Reads the ids that a statement returned; gives their number. */
    long readReturned(PreparedStatement statement) throws SQLException {
        int before = returned.size();
        try (ResultSet keys = statement.executeQuery()) {
            if (asked) {
                CachedRowSet kept = RowSetProvider.newFactory().createCachedRowSet();
                kept.populate(keys);
                rows = kept;
                readAll(kept);
            } else {
                readAll(keys);
            }
        }
        return (long) returned.size() - before;
    }

    private void readAll(ResultSet keys) throws SQLException {
        int place = all && subject != null ? placeOf(subject) : 1;
        while (keys.next()) {
            returned.add(keys.getString(place));
        }
        if (keys == rows) {
            keys.beforeFirst();
        }
    }

    private int placeOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equalsIgnoreCase(column)) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The persons' ids, in the order of the rows. */
    List<String> subjects() throws SQLException {
        if (!returned.isEmpty()) {
            return List.copyOf(returned);
        }
        List<String> ids = new ArrayList<>();
        CachedRowSet kept = rows;
        if (kept != null && subject != null) {
            kept.beforeFirst();
            while (kept.next()) {
                ids.add(oneColumnOnly ? kept.getString(1) : kept.getString(subject));
            }
            kept.beforeFirst();
        }
        return ids;
    }

    Optional<ResultSet> forApplication() {
        return asked ? Optional.ofNullable(rows) : Optional.empty();
    }
}
