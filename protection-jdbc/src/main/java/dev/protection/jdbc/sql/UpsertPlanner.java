package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans statements that insert a row or change the one that stands in its way. */
final class UpsertPlanner {
    private final Rewriting rewriting;
    private final ProtectedTable table;
    private final TableReference reference;
    private final RowsQuery rowsQuery;

    UpsertPlanner(Rewriting rewriting, ProtectedTable table, TableReference reference) {
        this.rewriting = rewriting;
        this.table = table;
        this.reference = reference;
        this.rowsQuery = new RowsQuery(rewriting, reference, table);
    }

    /** How the statement is written. */
    enum Form {
        /** {@code ON CONFLICT}, {@code ON DUPLICATE KEY}. */
        UPDATE,
        /** {@code ON CONFLICT DO NOTHING}, {@code INSERT IGNORE}. */
        NOTHING,
        /** {@code REPLACE}. */
        REPLACE,
        /** H2's {@code MERGE .. KEY}. */
        MERGE,
        /** {@code INSERT .. SET} without more. */
        PLAIN
    }

    UpsertPlan plan(Statement.Insert insert, List<Catalogue.Column> columns) {
        boolean overriding = rewriting.tokens().stream().anyMatch(token -> token.word("overriding"));
        if (!insert.with().isEmpty() || insert.values().isEmpty() || overriding) {
            throw SqlRefusal.UPSERT.at(insert.span().start());
        }
        Statement.Upsert upsert = insert.upsert().orElseThrow();
        List<List<String>> keys =
                upsert.form() == Form.PLAIN ? List.of() : new ConflictKeys(rewriting, table).of(upsert);
        List<UpsertPlan.Row> rows = new ArrayList<>();
        for (List<Expression> values : insert.values()) {
            if (values.size() != columns.size()) {
                throw SqlRefusal.VALUE_COUNT.at(insert.span().start());
            }
            InsertedRow row = new InsertedRow(rewriting, columns, values);
            Optional<Part> conflict = conflict(row, keys, upsert);
            rows.add(new UpsertPlan.Row(
                    conflict,
                    row.insert(insert, reference),
                    conflict.flatMap(found -> change(upsert, row, columns)),
                    conflict.flatMap(found -> assigned(upsert))));
        }
        Optional<ReturnedRows> returned = insert.returning().isEmpty()
                ? Optional.empty()
                : Optional.of(ReturnedRows.of(rewriting, insert.returning(), rowsQuery, reference));
        return new UpsertPlan(table.dataset(), rows, table.key(), counting(upsert.form()), returned);
    }

    private UpsertPlan.Counting counting(Form form) {
        if (form == Form.REPLACE) {
            return UpsertPlan.Counting.REPLACED;
        }
        if (rewriting.dialect() == Dialect.MARIADB) {
            return form == Form.UPDATE ? UpsertPlan.Counting.CHANGES : UpsertPlan.Counting.EACH;
        }
        return form == Form.UPDATE ? UpsertPlan.Counting.ONCE : UpsertPlan.Counting.EACH;
    }

    /** {@code SELECT key FROM t WHERE (a = .. AND b = ..) OR ..}, locked. */
    private Optional<Part> conflict(InsertedRow row, List<List<String>> keys, Statement.Upsert upsert) {
        PartText text = new PartText(rewriting).text("SELECT ");
        String separator = "";
        for (String column : table.key()) {
            text.text(separator).text(rowsQuery.reference(column));
            separator = ", ";
        }
        text.text(" FROM ").original(reference.span());
        separator = " WHERE (";
        for (List<String> key : keys) {
            if (possible(row, key, upsert)) {
                text.text(separator);
                equal(row, key, text);
                separator = ") OR (";
            }
        }
        if (separator.equals(" WHERE (")) {
            return Optional.empty();
        }
        return Optional.of(text.text(")").text(rowsQuery.lock()).part());
    }

    /** A key that the database makes conflicts with nothing; any other must be known from the text. */
    private boolean possible(InsertedRow row, List<String> key, Statement.Upsert upsert) {
        for (String column : key) {
            if (row.made(table.column(column).orElseThrow())) {
                return false;
            }
        }
        for (String column : key) {
            if (row.fixed(column).isEmpty()) {
                throw SqlRefusal.UPSERT.at(upsert.span().start());
            }
        }
        return true;
    }

    private void equal(InsertedRow row, List<String> key, PartText text) {
        String separator = "";
        for (String column : key) {
            text.text(separator)
                    .text(rowsQuery.reference(column))
                    .text(" = ")
                    .original(row.fixed(column).orElseThrow().span());
            separator = " AND ";
        }
    }

    private Optional<Part> change(Statement.Upsert upsert, InsertedRow row, List<Catalogue.Column> columns) {
        return switch (upsert.form()) {
            case NOTHING, PLAIN -> Optional.empty();
            case REPLACE -> {
                PartText text = new PartText(rewriting).text("DELETE FROM ").original(reference.nameSpan());
                rowsQuery.byKey(text);
                yield Optional.of(text.part());
            }
            case MERGE -> Optional.of(merged(upsert, row, columns));
            case UPDATE -> Optional.of(updated(upsert, row));
        };
    }

    private Part updated(Statement.Upsert upsert, InsertedRow row) {
        Edits edits = new Edits();
        NewRowValues values = new NewRowValues(rewriting, table, row, edits);
        upsert.assignments().forEach(values::assigned);
        upsert.condition().ifPresent(values::condition);
        PartText text = PartText.with(rewriting.sql(), rewriting.tokens(), edits)
                .text("UPDATE ")
                .original(reference.span())
                .text(" SET ");
        Span first = upsert.assignments().get(0).span();
        Span last = upsert.assignments().get(upsert.assignments().size() - 1).span();
        rowsQuery.byKey(text.original(first.to(last)));
        upsert.condition()
                .ifPresent(condition ->
                        text.text(" AND (").original(condition.span()).text(")"));
        return text.part();
    }

    private Part merged(Statement.Upsert upsert, InsertedRow row, List<Catalogue.Column> columns) {
        List<String> keys = new ConflictKeys(rewriting, table).of(upsert).get(0);
        PartText text = new PartText(rewriting).text("UPDATE ").original(reference.span());
        String separator = " SET ";
        for (Catalogue.Column column : columns) {
            if (!keys.contains(column.name())) {
                Expression value = row.value(column.name())
                        .orElseThrow(() -> SqlRefusal.UPSERT.at(upsert.span().start()));
                text.text(separator)
                        .text(rewriting.dialect().quote(column.name()))
                        .text(" = ")
                        .original(value.span());
                separator = ", ";
            }
        }
        if (separator.equals(" SET ")) {
            throw SqlRefusal.UPSERT.at(upsert.span().start());
        }
        rowsQuery.byKey(text);
        return text.part();
    }

    /** MariaDB counts a row as changed only when a value differs from what it was. */
    private Optional<Part> assigned(Statement.Upsert upsert) {
        if (counting(upsert.form()) != UpsertPlan.Counting.CHANGES) {
            return Optional.empty();
        }
        PartText text = new PartText(rewriting);
        String separator = "SELECT ";
        for (Statement.Assignment assignment : upsert.assignments()) {
            List<Name> column = assignment.columns().get(0);
            text.text(separator).original(column.get(column.size() - 1).span());
            separator = ", ";
        }
        rowsQuery.byKey(text.text(" FROM ").original(reference.span()));
        return Optional.of(text.part());
    }
}
