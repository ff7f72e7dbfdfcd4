package dev.protection.jdbc.proxy;

import dev.protection.Dataset;
import dev.protection.jdbc.sql.Catalogue;
import java.util.Optional;

/** A dataset's table as it is declared: a name, perhaps with a schema. */
record TableName(Optional<String> schema, String name) {
    static TableName of(Dataset dataset) {
        String table = dataset.table();
        int dot = table.lastIndexOf('.');
        return new TableName(
                dot < 0 ? Optional.empty() : Optional.of(table.substring(0, dot)), table.substring(dot + 1));
    }

    Optional<Catalogue.Table> in(Catalogue catalogue) {
        return catalogue.table(schema, name);
    }
}
