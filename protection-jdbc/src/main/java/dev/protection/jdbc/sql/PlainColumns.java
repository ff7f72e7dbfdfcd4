package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down how a table in clear becomes the declared one. Its columns stay in their places, since applications insert
 * by position; their values are put aside in a table that is not declared, to be written again through the library.
 */
final class PlainColumns {
    private final ProtectedTable table;
    private final Dialect dialect;
    private final String name;
    private final String aside;
    private final Map<Field, Catalogue.Column> plain = new LinkedHashMap<>();

    private PlainColumns(ProtectedTable table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
        this.name = quoted(table.table().name());
        this.aside = quoted(table.table().name() + dialect.fold("_plain"));
        for (Field field : table.dataset().fields().values()) {
            table.plain(field).ifPresent(column -> plain.put(field, column));
        }
    }

    /** What is to be done; empty when no column is in clear and no helper column is missing. */
    static Optional<String> of(ProtectedTable table, Dialect dialect) {
        PlainColumns columns = new PlainColumns(table, dialect);
        List<String> statements = columns.statements();
        return statements.isEmpty() ? Optional.empty() : Optional.of(columns.told(statements));
    }

    private String told(List<String> statements) {
        String separator = System.lineSeparator() + "      ";
        String what = plain.isEmpty()
                ? "the table " + name + " lacks the columns that searches need."
                : "the table " + name + " holds in clear what is declared encrypted: " + names() + ".";
        return what + " Run this over a connection of the database's own:"
                + statements.stream().map(each -> separator + each + ";").collect(Collectors.joining())
                + System.lineSeparator() + "    " + afterwards();
    }

    private String afterwards() {
        if (plain.isEmpty()) {
            return "Then start again and have each row that is there UPDATEd with the values it has: searches find no other.";
        }
        String kept = plain.values().stream()
                .filter(column -> !column.nullable())
                .map(column -> " Set NOT NULL on " + column.name() + " again.")
                .collect(Collectors.joining());
        return "Then start again, for each row of " + aside + " UPDATE " + name
                + " through the application's protected connection, and DROP TABLE " + aside + "." + kept;
    }

    private String names() {
        return plain.values().stream().map(Catalogue.Column::name).collect(Collectors.joining(", "));
    }

    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        if (!plain.isEmpty()) {
            statements.add("CREATE TABLE " + aside + " AS SELECT " + copied() + " FROM " + name);
        }
        plain.values().forEach(column -> change(column, statements));
        for (Field field : table.dataset().fields().values()) {
            for (SearchColumn kind : SearchColumn.of(field)) {
                if (table.column(kind.name(field)).isEmpty()) {
                    statements.add("ALTER TABLE " + name + " ADD COLUMN "
                            + dialect.quote(ProtectedTable.helperOf(field, kind, dialect)) + " "
                            + CellType.of(dialect).forHelper(kind));
                }
            }
        }
        if (!statements.isEmpty()) {
            indexes(statements);
        }
        return statements;
    }

    private String copied() {
        Stream<String> key = table.key().stream();
        Stream<String> values = plain.values().stream().map(Catalogue.Column::name);
        return table.key().isEmpty()
                ? "*"
                : Stream.concat(key, values).distinct().map(dialect::quote).collect(Collectors.joining(", "));
    }

    private void change(Catalogue.Column column, List<String> statements) {
        String quoted = dialect.quote(column.name());
        String type = CellType.of(dialect).forPlain(column);
        Optional<ColumnType> declared = ColumnTypeReader.read(column, dialect);
        String alter = "ALTER TABLE " + name;
        String clear = "UPDATE " + name + " SET " + quoted + " = NULL";
        if (dialect == Dialect.MARIADB) {
            String comment = declared.map(found -> " COMMENT " + TypeComment.literal(found, "", dialect))
                    .orElse("");
            statements.add(alter + " MODIFY COLUMN " + quoted + " " + type + " NULL" + comment);
            statements.add(clear);
            return;
        }
        statements.add(alter + " ALTER COLUMN " + quoted + " DROP DEFAULT");
        statements.add(alter + " ALTER COLUMN " + quoted + " DROP NOT NULL");
        if (dialect == Dialect.POSTGRESQL) {
            statements.add(alter + " ALTER COLUMN " + quoted + " TYPE " + type + " USING NULL");
        } else {
            statements.add(clear);
            statements.add(alter + " ALTER COLUMN " + quoted + " SET DATA TYPE " + type);
        }
        declared.ifPresent(found -> statements.add(
                TypeComment.statement(name, quoted, TypeComment.literal(found, column.comment(), dialect))));
    }

    /** Those of beginnings, and one for each UNIQUE that was over values. */
    private void indexes(List<String> statements) {
        Dataset dataset = table.dataset();
        String bare = table.table().name();
        statements.addAll(HelperIndexes.of(dataset, name, bare, dialect));
        for (List<String> unique : table.table().unique()) {
            List<Optional<String>> moved = unique.stream().map(this::unique).toList();
            if (unique.stream().anyMatch(this::isPlain) && moved.stream().allMatch(Optional::isPresent)) {
                String columns = moved.stream()
                        .flatMap(Optional::stream)
                        .map(dialect::quote)
                        .collect(Collectors.joining(", "));
                statements.add("CREATE UNIQUE INDEX "
                        + dialect.quote(dialect.fold(bare + "_" + String.join("_", unique) + "_terms")) + " ON " + name
                        + " (" + columns + ")");
            }
        }
    }

    private boolean isPlain(String stored) {
        return plain.values().stream().anyMatch(column -> column.name().equals(stored));
    }

    /** What stands for a column in an index: itself, or the terms of its values. */
    private Optional<String> unique(String stored) {
        return plain.entrySet().stream()
                .filter(each -> each.getValue().name().equals(stored))
                .findFirst()
                .map(each -> Optional.of(each.getKey())
                        .filter(Field::indexed)
                        .map(field -> ProtectedTable.helperOf(field, SearchColumn.INDEX, dialect)))
                .orElse(Optional.of(stored));
    }

    private String quoted(String table) {
        return dialect.quote(this.table.table().schema()) + "." + dialect.quote(table);
    }
}
