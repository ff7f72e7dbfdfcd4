package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds out by which columns a new row can conflict with another. */
final class ConflictKeys {
    private final Rewriting rewriting;
    private final ProtectedTable table;

    ConflictKeys(Rewriting rewriting, ProtectedTable table) {
        this.rewriting = rewriting;
        this.table = table;
    }

    /** Lists of columns as the application knows them: a conflict in any of the lists counts. */
    List<List<String>> of(Statement.Upsert upsert) {
        List<List<String>> all = all(upsert);
        if (upsert.constraint().isPresent()) {
            return List.of(named(upsert.constraint().get(), upsert));
        }
        if (upsert.form() == UpsertPlanner.Form.MERGE) {
            List<String> columns = columns(upsert.target(), upsert);
            return List.of(columns.isEmpty() ? table.table().key() : columns);
        }
        if (upsert.target().isEmpty()) {
            if (upsert.partial().isPresent()) {
                throw refused(upsert);
            }
            return all;
        }
        List<String> columns = columns(upsert.target(), upsert);
        boolean unique = all.stream().anyMatch(key -> Set.copyOf(key).equals(Set.copyOf(columns)));
        if (!unique || upsert.partial().isPresent()) {
            throw refused(upsert);
        }
        return List.of(columns);
    }

    private static SqlRefused refused(Statement.Upsert upsert) {
        return SqlRefusal.UPSERT.at(upsert.span().start());
    }

    private List<List<String>> all(Statement.Upsert upsert) {
        List<List<String>> keys = new ArrayList<>();
        for (Catalogue.UniqueKey key : rewriting.declarations().uniqueKeys(table)) {
            if (key.columns().isEmpty()) {
                throw refused(upsert);
            }
            keys.add(logical(key.columns()));
        }
        return keys;
    }

    private List<String> named(Name constraint, Statement.Upsert upsert) {
        return rewriting.declarations().uniqueKeys(table).stream()
                .filter(key -> constraint.is(key.name(), rewriting.dialect())
                        && !key.columns().isEmpty())
                .findFirst()
                .map(key -> logical(key.columns()))
                .orElseThrow(() -> refused(upsert));
    }

    /** A unique helper column stands for its field. */
    private List<String> logical(List<String> columns) {
        return columns.stream().map(this::logical).toList();
    }

    private String logical(String column) {
        return table.visible().stream()
                .map(Catalogue.Column::name)
                .filter(visible -> table.field(visible)
                        .filter(dev.protection.Field::indexed)
                        .filter(field -> table.helper(field).equals(column))
                        .isPresent())
                .findFirst()
                .orElse(column);
    }

    private List<String> columns(List<Expression> target, Statement.Upsert upsert) {
        List<String> columns = new ArrayList<>();
        for (Expression expression : target) {
            if (!(expression instanceof Expression.Column column)
                    || column.parts().size() != 1) {
                throw refused(upsert);
            }
            columns.add(table.visible().stream()
                    .map(Catalogue.Column::name)
                    .filter(name -> column.last().is(name, rewriting.dialect()))
                    .findFirst()
                    .orElseThrow(() -> refused(upsert)));
        }
        return columns;
    }
}
