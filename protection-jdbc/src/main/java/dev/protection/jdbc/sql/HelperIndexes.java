package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import java.util.ArrayList;
import java.util.List;

/** The indexes that searches for beginnings need, made with their table. */
final class HelperIndexes {
    /** Of the columns of beginnings those that every search compares. */
    private static final List<SearchColumn> SEARCHED = List.of(SearchColumn.PREFIX, SearchColumn.FOLDED);

    private HelperIndexes() {}

    /**
     * Returns the statements that make them.
     *
     * @param table the table as the statement writes it
     * @param name its bare name
     */
    static List<String> of(Dataset dataset, String table, String name, Dialect dialect) {
        List<String> statements = new ArrayList<>();
        for (Field field : dataset.fields().values()) {
            for (SearchColumn kind : SearchColumn.of(field)) {
                if (SEARCHED.contains(kind)) {
                    String helper = ProtectedTable.helperOf(field, kind, dialect);
                    String index = dialect.quote(dialect.fold(name + "_") + helper);
                    statements.add("CREATE INDEX IF NOT EXISTS " + index + " ON " + table + " (" + dialect.quote(helper)
                            + ")");
                }
            }
        }
        return statements;
    }
}
