package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.TenantPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dataset and the table that holds it. Immutable. */
final class ProtectedTable {
    private final Dataset dataset;
    private final Catalogue.Table table;
    private final Map<String, Field> fields = new HashMap<>();
    private final Set<String> helpers = new HashSet<>();
    private final Optional<SqlRefusal> refusal;

    ProtectedTable(Dataset dataset, Catalogue.Table table) {
        this.dataset = dataset;
        this.table = table;
        boolean all = column(dataset.subject().column()).isPresent() && tenantKnown();
        for (Field field : dataset.fields().values()) {
            Optional<Catalogue.Column> column = column(field.name());
            column.ifPresent(found -> fields.put(found.name(), field));
            all &= column.isPresent();
            for (SearchColumn kind : SearchColumn.of(field)) {
                Optional<Catalogue.Column> helper = column(kind.name(field));
                helper.ifPresent(found -> helpers.add(found.name()));
                all &= helper.isPresent();
            }
        }
        this.refusal = refusal(this, all);
    }

    /** The name of a field's helper column, in the letters of the dialect. */
    static String helperOf(Field field, SearchColumn kind, Dialect dialect) {
        return dialect.fold(kind.name(field));
    }

    Dataset dataset() {
        return dataset;
    }

    Catalogue.Table table() {
        return table;
    }

    /** Why statements about it are refused, if they are. */
    Optional<SqlRefusal> refusal() {
        return refusal;
    }

    private static Optional<SqlRefusal> refusal(ProtectedTable table, boolean complete) {
        if (table.dataset.fields().values().stream()
                .anyMatch(field -> table.plain(field).isPresent())) {
            return Optional.of(SqlRefusal.PLAIN_COLUMN);
        }
        if (!complete) {
            return Optional.of(SqlRefusal.TABLE_UNKNOWN);
        }
        return table.uniqueWithinScopes() ? Optional.empty() : Optional.of(SqlRefusal.UNIQUE_SCOPE);
    }

    /** The column of an encrypted field, if it has the type of plain values. */
    Optional<Catalogue.Column> plain(Field field) {
        return field.encrypt() ? column(field.name()).filter(column -> !CellType.holdsCells(column)) : Optional.empty();
    }

    private boolean tenantKnown() {
        return !(dataset.tenant() instanceof TenantPath.Column path)
                || column(path.column()).isPresent();
    }

    /** Finds a physical column by a declared name: exactly, else ignoring case. */
    Optional<Catalogue.Column> column(String declared) {
        String loose = Folding.loosely(declared);
        Optional<Catalogue.Column> similar = Optional.empty();
        for (Catalogue.Column column : table.columns()) {
            if (column.name().equals(declared)) {
                return Optional.of(column);
            }
            if (similar.isEmpty() && Folding.loosely(column.name()).equals(loose)) {
                similar = Optional.of(column);
            }
        }
        return similar;
    }

    /** Whether every unique index over index terms means what it would mean over the values. */
    private boolean uniqueWithinScopes() {
        return table.unique().stream().allMatch(index -> {
            List<Field> indexed = dataset.fields().values().stream()
                    .filter(field -> !SearchColumn.of(field).isEmpty())
                    .filter(field -> column(SearchColumn.of(field).get(0).name(field))
                            .filter(helper -> index.contains(helper.name()))
                            .isPresent())
                    .toList();
            boolean withTenant =
                    tenant().filter(column -> index.contains(column.name())).isPresent();
            return UniqueScope.kept(dataset, indexed, withTenant);
        });
    }

    Optional<Field> field(String physical) {
        return Optional.ofNullable(fields.get(physical));
    }

    boolean helper(String physical) {
        return helpers.contains(physical);
    }

    /** The helper column of an indexed field, as stored. */
    String helper(Field field) {
        return helper(field, SearchColumn.INDEX);
    }

    /** A helper column of a field, as stored. */
    String helper(Field field, SearchColumn kind) {
        return column(kind.name(field)).orElseThrow().name();
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
        return "ProtectedTable[" + dataset.name() + "]";
    }
}
