package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** Finds out which table an UPDATE or DELETE changes. */
final class ChangedTable {
    private final Declarations declarations;

    ChangedTable(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The protected table that is changed; empty when it is another one. */
    Optional<TableReference> of(Statement.Update update) {
        List<TableReference> tables = Flattened.tables(update.tables());
        boolean single = tables.size() == 1 && update.tables().size() == 1;
        if (single) {
            return isProtected(tables.get(0)) ? Optional.of(tables.get(0)) : Optional.empty();
        }
        return tables.stream()
                .filter(table -> isChanged(table, update))
                .filter(this::isProtected)
                .findFirst();
    }

    /** Whether every assigned column is written with the table's alias or name. */
    private boolean isChanged(TableReference table, Statement.Update update) {
        return update.assignments().stream()
                .flatMap(assignment -> assignment.columns().stream())
                .allMatch(column -> column.size() > 1 && named(table, column.get(column.size() - 2)));
    }

    private boolean named(TableReference table, Name qualifier) {
        return qualifier.is(table.alias().orElse(table.table()), declarations.dialect());
    }

    /** The protected table whose rows go; empty when it is another one. */
    Optional<TableReference> of(Statement.Delete delete) {
        if (!(delete.tables().get(0) instanceof TableReference first)) {
            return Optional.empty();
        }
        boolean byAlias =
                declarations.dialect() == Dialect.MARIADB && !delete.using().isEmpty();
        Optional<TableReference> named = Flattened.tables(delete.using()).stream()
                .filter(table -> byAlias && first.alias().isEmpty() && named(table, first.table()))
                .findFirst();
        return named.or(() -> Optional.of(first)).filter(this::isProtected);
    }

    private boolean isProtected(TableReference table) {
        return declarations.resolve(table.name()).isPresent();
    }
}
