package dev.protection.jdbc.sql;

import dev.protection.SubjectPath;
import java.util.Optional;

/**
 * Finds the person of a row through the primary key of another table.
 *
 * @param via the declared path
 * @param declarations for that table
 */
record SubjectLookup(SubjectPath.Via via, Declarations declarations) {
    private static final String ALIAS = "__p_via";

    /** Returns a query for the person, given how the key of the other table is written. */
    String query(String key) {
        Catalogue.Table table = declarations.table(via.table()).orElseThrow(() -> SqlRefusal.TABLE_UNKNOWN.at(0));
        if (table.key().size() != 1) {
            throw SqlRefusal.KEY_UNKNOWN.at(0);
        }
        String person =
                person(table).orElseThrow(() -> SqlRefusal.TABLE_UNKNOWN.at(0)).name();
        Dialect dialect = declarations.dialect();
        return "SELECT " + ALIAS + "." + dialect.quote(person) + " FROM " + dialect.quote(table.schema()) + "."
                + dialect.quote(table.name()) + " " + ALIAS + " WHERE " + ALIAS + "."
                + dialect.quote(table.key().get(0)) + " = " + key;
    }

    /** The column that names the person; empty when the query cannot be written. */
    Optional<Catalogue.Column> column() {
        return declarations
                .table(via.table())
                .filter(table -> table.key().size() == 1)
                .flatMap(this::person);
    }

    private Optional<Catalogue.Column> person(Catalogue.Table table) {
        return table.columns().stream()
                .filter(column -> Folding.loosely(column.name()).equals(Folding.loosely(via.tableColumn())))
                .findFirst();
    }
}
