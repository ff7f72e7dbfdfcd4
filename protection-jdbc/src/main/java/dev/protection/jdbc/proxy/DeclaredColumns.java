package dev.protection.jdbc.proxy;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.jdbc.sql.ColumnType;

/** What a declaration says of the columns of a database. */
final class DeclaredColumns {
    private DeclaredColumns() {}

    static ColumnFace face(DataMap map, String table, String column) {
        for (Dataset dataset : map.datasets().values()) {
            String declared = dataset.table();
            if (declared.substring(declared.lastIndexOf('.') + 1).equalsIgnoreCase(table)) {
                return face(dataset, column);
            }
        }
        return ColumnFace.PLAIN;
    }

    private static ColumnFace face(Dataset dataset, String column) {
        for (Field field : dataset.fields().values()) {
            if (field.encrypt() && field.name().equalsIgnoreCase(column)) {
                return new ColumnFace.Sealed(ColumnType.undeclared(field.type()));
            }
            boolean helper = SearchColumn.of(field).stream()
                    .anyMatch(kind -> kind.name(field).equalsIgnoreCase(column));
            if (helper) {
                return ColumnFace.HIDDEN;
            }
        }
        return ColumnFace.PLAIN;
    }
}
