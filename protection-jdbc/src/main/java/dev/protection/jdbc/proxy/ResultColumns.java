package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a result as the application numbers and names them, and where the driver has them. */
final class ResultColumns {
    private final List<LogicalColumn> columns;
    private final int[] cellOf;
    private final int[] cells;
    private final Map<String, Integer> labels = new HashMap<>();

    ResultColumns(List<LogicalColumn> columns) {
        this.columns = columns;
        this.cellOf = new int[columns.size()];
        this.cells = columns.stream()
                .filter(c -> c.sealed().isPresent())
                .mapToInt(LogicalColumn::physical)
                .toArray();
        int next = 0;
        for (int i = 0; i < cellOf.length; i++) {
            cellOf[i] = columns.get(i).sealed().isPresent() ? next++ : -1;
            String label = columns.get(i).label();
            if (!label.isEmpty()) {
                labels.putIfAbsent(label.toLowerCase(Locale.ROOT), i + 1);
            }
        }
    }

    /** The driver's ordinals of the sealed cells. */
    int[] cells() {
        return cells;
    }

    boolean sealed(int logical) throws SQLException {
        return cellOf(logical) >= 0;
    }

    /** The place of a sealed column among the sealed ones, from 0; negative for any other column. */
    int cellOf(int logical) throws SQLException {
        check(logical);
        return cellOf[logical - 1];
    }

    ColumnType type(int logical) {
        return columns.get(logical - 1).sealed().orElseThrow();
    }

    int physical(int logical) throws SQLException {
        check(logical);
        return columns.get(logical - 1).physical();
    }

    private void check(int logical) throws SQLException {
        if (logical < 1 || logical > columns.size()) {
            throw new SQLException("column " + logical + " does not exist, there are " + columns.size(), "07009");
        }
    }

    /** The first column of that label, or the one the driver finds by its own rules if the application may see it. */
    int find(String label, ResultSet raw) throws SQLException {
        Integer known = labels.get(label.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        int physical = raw.findColumn(label);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).physical() == physical) {
                return i + 1;
            }
        }
        throw new SQLException("the result has no such column", "42703");
    }
}
