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
