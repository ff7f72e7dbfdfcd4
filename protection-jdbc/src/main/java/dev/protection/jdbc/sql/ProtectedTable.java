package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.TenantPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dataset and the table that holds it.
 *
 * @param dataset the dataset
 * @param table what the catalogue says of its table
 */
record ProtectedTable(Dataset dataset, Catalogue.Table table) {
    private static final String HELPER = "_index";

    /** The name of a field's helper column, in the letters of the dialect. */
    static String helperOf(Field field, Dialect dialect) {
        return dialect.fold(field.name() + HELPER);
    }

    /** Whether every declared column is there. */
    boolean complete() {
        boolean fields = dataset.fields().values().stream()
                .allMatch(field -> column(field.name()).isPresent());
        boolean helpers = dataset.fields().values().stream()
                .filter(Field::indexed)
                .allMatch(field -> column(field.name() + HELPER).isPresent());
        return fields && helpers && column(dataset.subject().column()).isPresent() && tenantKnown();
    }

    private boolean tenantKnown() {
        return !(dataset.tenant() instanceof TenantPath.Column path)
                || column(path.column()).isPresent();
    }

    /** Finds a physical column by a declared name: exactly, else ignoring case. */
    Optional<Catalogue.Column> column(String declared) {
        return table.columns().stream()
                .filter(column -> column.name().equals(declared))
                .findFirst()
                .or(() -> table.columns().stream()
                        .filter(column -> Folding.loosely(column.name()).equals(Folding.loosely(declared)))
                        .findFirst());
    }

    Optional<Field> field(String physical) {
        String wanted = Folding.loosely(physical);
        return dataset.fields().values().stream()
                .filter(field -> Folding.loosely(field.name()).equals(wanted))
                .findFirst();
    }

    boolean helper(String physical) {
        String wanted = Folding.loosely(physical);
        return dataset.fields().values().stream()
                .filter(Field::indexed)
                .anyMatch(field -> Folding.loosely(field.name() + HELPER).equals(wanted));
    }

    /** The helper column of an indexed field, as stored. */
    String helper(Field field) {
        return column(field.name() + HELPER).orElseThrow().name();
    }

    List<Catalogue.Column> visible() {
        return table.columns().stream().filter(column -> !helper(column.name())).toList();
    }

    Optional<Catalogue.Column> tenant() {
        return dataset.tenant() instanceof TenantPath.Column path ? column(path.column()) : Optional.empty();
    }

    Catalogue.Column subject() {
        return column(dataset.subject().column()).orElseThrow();
    }

    /** The key columns as stored; empty when none is known. */
    List<String> key() {
        if (dataset.key().isEmpty()) {
            return table.key();
        }
        return dataset.key().stream()
                .flatMap(name -> column(name).stream())
                .map(Catalogue.Column::name)
                .toList();
    }

    @Override
    public String toString() {
        return "ProtectedTable[" + dataset.name().toLowerCase(Locale.ROOT) + "]";
    }
}
