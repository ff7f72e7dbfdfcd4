package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** The tables that stand in FROM themselves, those inside joins and brackets too. */
final class Flattened {
    private Flattened() {}

    static List<TableReference> tables(List<FromItem> items) {
        List<TableReference> tables = new ArrayList<>();
        items.forEach(item -> add(item, tables));
        return tables;
    }

    /** Whether there is one table and nothing else, a subquery either. */
    static boolean single(List<FromItem> items) {
        return items.size() == 1
                && (items.get(0) instanceof TableReference
                        || (items.get(0) instanceof FromItem.Group group && single(List.of(group.inner()))));
    }

    private static void add(FromItem item, List<TableReference> tables) {
        if (item instanceof TableReference table) {
            tables.add(table);
        } else if (item instanceof FromItem.Join join) {
            add(join.left(), tables);
            add(join.right(), tables);
        } else if (item instanceof FromItem.Group group) {
            add(group.inner(), tables);
        }
    }
}
