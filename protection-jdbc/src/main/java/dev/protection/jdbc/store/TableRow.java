package dev.protection.jdbc.store;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.jdbc.sql.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row of a declared table. Its person is empty when the row names none. */
record TableRow(List<String> key, Optional<SubjectRef> subject, Optional<Instant> since, List<FieldValue> values) {
    /** Reads a page of rows in the order of their keys. */
    static List<TableRow> page(SqlSession session, DatasetTable table, TableFilter filter, int most, boolean lock)
            throws SQLException {
        List<String> order =
                table.key().stream().map(column -> "t." + column.quoted()).toList();
        String ofTable = session.schema().dialect() == Dialect.POSTGRESQL ? " FOR UPDATE OF t" : " FOR UPDATE";
        String sql = "SELECT " + columns(table) + " FROM " + table.table().quoted() + " t WHERE " + filter.sql()
                + " ORDER BY " + String.join(", ", order) + " LIMIT " + most + (lock ? ofTable : "");
        return session.query(sql, row -> read(row, table), filter.values());
    }

    private static String columns(DatasetTable table) {
        List<String> columns = new ArrayList<>();
        table.key().forEach(column -> columns.add("t." + column.quoted()));
        columns.add(table.subject().selected());
        columns.add(table.tenant().map(column -> "t." + column.quoted()).orElse("NULL"));
        columns.add(table.since().map(column -> "t." + column.quoted()).orElse("NULL"));
        for (DatasetTable.FieldColumn field : table.fields()) {
            columns.add("t." + field.column().quoted());
            columns.add(searchable(field));
        }
        return columns.stream().collect(Collectors.joining(", "));
    }

    /** 1 when the value can still be found by a helper column, else 0. */
    private static String searchable(DatasetTable.FieldColumn field) {
        String empty = field.helpers().stream()
                .map(helper -> "t." + helper.quoted() + " IS NULL")
                .collect(Collectors.joining(" AND "));
        return empty.isEmpty() ? "0" : "CASE WHEN " + empty + " THEN 0 ELSE 1 END";
    }

    private static TableRow read(SqlRow row, DatasetTable table) throws SQLException {
        int column = 1;
        List<String> key = new ArrayList<>();
        for (; column <= table.key().size(); column++) {
            key.add(KeyText.of(Objects.requireNonNull(row.object(column))));
        }
        Optional<SubjectRef> subject = subject(row, column, table);
        Optional<Instant> since = Optional.empty();
        if (table.since().isPresent()) {
            since = FieldValue.local(row, column + 2, table.since().get()).map(at -> at.toInstant(ZoneOffset.UTC));
        }
        List<FieldValue> values = new ArrayList<>();
        int at = column + 3;
        for (DatasetTable.FieldColumn field : table.fields()) {
            values.add(FieldValue.read(row, at, at + 1, field));
            at += 2;
        }
        return new TableRow(key, subject, since, values);
    }

    private static Optional<SubjectRef> subject(SqlRow row, int column, DatasetTable table) throws SQLException {
        Object id = row.object(column);
        Object tenant = table.dataset().tenant() instanceof TenantPath.Fixed fixed
                ? fixed.tenant().value()
                : row.object(column + 1);
        return id == null || tenant == null
                ? Optional.empty()
                : Optional.of(SubjectRef.of(
                        TenantId.of(SubjectRef.canonicalId(tenant)),
                        table.dataset().subject().kind(),
                        id));
    }

    @Override
    public String toString() {
        return "TableRow";
    }
}
