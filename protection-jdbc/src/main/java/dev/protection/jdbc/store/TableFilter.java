package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition under construction, with the values to bind. */
final class TableFilter {
    private final Dialect dialect;
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    TableFilter(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Compares an expression over a column exactly: MariaDB's collations ignore case or blanks.
     *
     * @return false when no value of the column has this text, so that no row can match
     */
    boolean equal(String before, String expression, PhysicalTable.Column column, String text, String after) {
        Optional<Object> value = KeyText.value(column, text);
        if (value.isEmpty()) {
            return false;
        }
        String exact = "";
        values.add(value.get());
        if (dialect == Dialect.MARIADB && KeyText.isText(column)) {
            exact = " AND CONVERT(" + expression + " USING utf8mb4) COLLATE utf8mb4_nopad_bin = ?";
            values.add(text);
        }
        conditions.add(before + expression + " = ?" + exact + after);
        return true;
    }

    /** Compares the text of an expression. */
    void equalText(String expression, String text) {
        conditions.add(
                switch (dialect) {
                    case H2 -> "CAST(" + expression + " AS VARCHAR) = ?";
                    case POSTGRESQL -> "CAST(" + expression + " AS TEXT) = ?";
                    case MARIADB -> "CONVERT(" + expression + " USING utf8mb4) COLLATE utf8mb4_nopad_bin = ?";
                });
        values.add(text);
    }

    void atMost(String expression, Object value) {
        conditions.add(expression + " <= ?");
        values.add(value);
    }

    /** Goes on after a key. */
    void after(List<PhysicalTable.Column> key, List<String> last) {
        List<String> names = key.stream().map(column -> "t." + column.quoted()).toList();
        conditions.add(
                key.size() == 1
                        ? names.get(0) + " > ?"
                        : "(" + String.join(", ", names) + ") > (?" + ", ?".repeat(key.size() - 1) + ")");
        addKey(key, last);
    }

    /** One row by its key. */
    void key(List<PhysicalTable.Column> key, List<String> wanted) {
        key.forEach(column -> conditions.add(column.quoted() + " = ?"));
        addKey(key, wanted);
    }

    private void addKey(List<PhysicalTable.Column> key, List<String> texts) {
        for (int i = 0; i < key.size(); i++) {
            values.add(KeyText.value(key.get(i), texts.get(i))
                    .orElseThrow(() -> new IllegalArgumentException("a cursor of another table")));
        }
    }

    String sql() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
    }

    Object[] values() {
        return values.toArray();
    }
}
