package dev.protection.jdbc.store;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.SubjectPath;
import dev.protection.SubjectRef;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Dialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A declared dataset and the table behind it: the expressions that name a row's key, tenant, person and age.
 *
 * @param dataset the declaration
 * @param table its table
 * @param key the columns that identify a row
 * @param tenant the tenant's column; empty for a fixed tenant
 * @param subject the expression of the person's id
 * @param since the column its periods count from
 * @param fields the declared fields that have a column, in the order of declaration
 */
record DatasetTable(
        Dataset dataset,
        PhysicalTable table,
        List<PhysicalTable.Column> key,
        Optional<PhysicalTable.Column> tenant,
        SubjectColumn subject,
        Optional<PhysicalTable.Column> since,
        List<FieldColumn> fields) {
    /** A field, its column, and the helper columns by which it is searched. */
    record FieldColumn(Field field, PhysicalTable.Column column, List<PhysicalTable.Column> helpers) {}

    /** How a row names its person: an expression to select; one to compare, and what goes around; the id's column. */
    record SubjectColumn(String selected, String before, String compared, String after, PhysicalTable.Column column) {}

    static Optional<DatasetTable> find(SqlSession session, Dataset dataset) throws SQLException {
        Optional<PhysicalTable> found = PhysicalTable.find(session, dataset.table());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PhysicalTable table = found.get();
        List<PhysicalTable.Column> key = new ArrayList<>();
        for (String name : dataset.key().isEmpty() ? table.key() : dataset.key()) {
            key.add(table.required(name));
        }
        if (key.isEmpty()) {
            throw new SQLException("the table of dataset " + dataset.name() + " has no key", "42P10");
        }
        List<FieldColumn> fields = new ArrayList<>();
        for (Field field : dataset.fields().values()) {
            List<PhysicalTable.Column> helpers = SearchColumn.of(field).stream()
                    .flatMap(kind -> table.column(kind.name(field)).stream())
                    .toList();
            fields.add(new FieldColumn(field, table.required(field.name()), helpers));
        }
        return Optional.of(new DatasetTable(
                dataset,
                table,
                key,
                tenant(dataset, table),
                subject(session, dataset, table),
                since(dataset, table),
                fields));
    }

    private static Optional<PhysicalTable.Column> tenant(Dataset dataset, PhysicalTable table) throws SQLException {
        return dataset.tenant() instanceof TenantPath.Column column
                ? Optional.of(table.required(column.column()))
                : Optional.empty();
    }

    private static Optional<PhysicalTable.Column> since(Dataset dataset, PhysicalTable table) throws SQLException {
        return dataset.retention().isEmpty()
                ? Optional.empty()
                : Optional.of(table.required(dataset.retention().get().since()));
    }

    private static SubjectColumn subject(SqlSession session, Dataset dataset, PhysicalTable table) throws SQLException {
        PhysicalTable.Column own = table.required(dataset.subject().column());
        String here = "t." + own.quoted();
        if (!(dataset.subject() instanceof SubjectPath.Via via)) {
            return new SubjectColumn(here, "", here, "", own);
        }
        PhysicalTable other = PhysicalTable.find(session, via.table())
                .orElseThrow(() -> new SQLException("the table that names the person is missing", "42P01"));
        PhysicalTable.Column id = other.required(via.tableColumn());
        String key =
                other.required(other.key().isEmpty() ? "" : other.key().get(0)).quoted();
        String from = " FROM " + other.quoted() + " v WHERE ";
        return new SubjectColumn(
                "(SELECT v." + id.quoted() + from + "v." + key + " = " + here + ")",
                here + " IN (SELECT v." + key + from,
                "v." + id.quoted(),
                ")",
                id);
    }

    /** Whether rows of this table can be about the person. */
    boolean concerns(SubjectRef subject) {
        boolean sameTenant = !(dataset.tenant() instanceof TenantPath.Fixed fixed)
                || fixed.tenant().equals(subject.tenant());
        return sameTenant && dataset.subject().kind().equals(subject.kind());
    }

    /** Rows about the person, by the columns' own comparison, which an index serves. */
    Optional<TableFilter> about(Dialect dialect, SubjectRef person) {
        TableFilter filter = new TableFilter(dialect);
        if (!concerns(person)) {
            return Optional.empty();
        }
        boolean possible =
                filter.equal(subject.before(), subject.compared(), subject.column(), person.id(), subject.after());
        if (possible && tenant.isPresent()) {
            String expression = "t." + tenant.get().quoted();
            possible =
                    filter.equal("", expression, tenant.get(), person.tenant().value(), "");
        }
        return possible ? Optional.of(filter) : Optional.empty();
    }

    /** Rows about the person, by the columns' values as text, which no index serves and no conversion spoils. */
    Optional<TableFilter> aboutAsText(Dialect dialect, SubjectRef person) {
        if (!concerns(person)) {
            return Optional.empty();
        }
        TableFilter filter = new TableFilter(dialect);
        filter.equalText(subject.selected(), person.id());
        tenant.ifPresent(column ->
                filter.equalText("t." + column.quoted(), person.tenant().value()));
        return Optional.of(filter);
    }

    /** The column of a declared field. */
    Optional<FieldColumn> field(String name) {
        return fields.stream().filter(one -> one.field().name().equals(name)).findFirst();
    }
}
