package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.SearchColumn;
import dev.protection.SubjectPath;
import dev.protection.TenantPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans new rows of a protected table. */
final class InsertPlanner {
    private final Rewriting rewriting;
    private final ProtectedTable table;
    private final CastValues literals;

    InsertPlanner(Rewriting rewriting, ProtectedTable table) {
        this.rewriting = rewriting;
        this.table = table;
        this.literals = new CastValues(rewriting);
    }

    Plan plan(Statement.Insert insert) {
        refuse(insert);
        if (!insert.returning().isEmpty()) {
            return returning(insert);
        }
        if (insert.query().isPresent()) {
            return new CopyPlanner(rewriting, table, insert, columns(insert))
                    .plan(insert.query().get());
        }
        List<Catalogue.Column> columns = columns(insert);
        if (insert.upsert().isPresent()) {
            return new UpsertPlanner(rewriting, table, insert.table()).plan(insert, columns);
        }
        List<InsertPlan.Row> rows = new ArrayList<>();
        for (List<Expression> values : insert.values()) {
            rows.add(row(insert, columns, values, rows.size()));
        }
        helpers(insert, columns);
        if (rewriting.touchesProtected()) {
            throw SqlRefusal.SUBQUERY.at(insert.span().start());
        }
        return new InsertPlan(
                table.dataset(),
                rewriting.checked(),
                rows,
                table.key(),
                table.visible().stream().map(Catalogue.Column::name).toList(),
                table.subject().name(),
                subjectQuery(),
                insert.table().nameSpan().of(rewriting.sql()));
    }

    private static void refuse(Statement.Insert insert) {
        boolean query = insert.query().isPresent();
        if ((!insert.with().isEmpty() && !query) || insert.table().only()) {
            throw SqlRefusal.STATEMENT.at(insert.span().start());
        }
        if (insert.values().isEmpty() && !query) {
            throw SqlRefusal.TENANT_MISSING.at(insert.span().start());
        }
    }

    private Plan returning(Statement.Insert insert) {
        List<SelectItem> items = insert.returning();
        boolean known = rewriting.dialect() != Dialect.H2
                && insert.query().isEmpty()
                && insert.with().isEmpty();
        if (!known) {
            throw SqlRefusal.RETURNING.at(items.get(0).span().start());
        }
        if (insert.upsert().isPresent()) {
            return new UpsertPlanner(rewriting, table, insert.table()).plan(insert, columns(insert));
        }
        RowsQuery query = new RowsQuery(rewriting, insert.table(), table);
        Span change = new Span(insert.span().start(), ReturnedRows.start(rewriting, items));
        Part stored = new PartText(rewriting).original(change).part();
        return new ReturningPlan(
                table.dataset(), stored, table.key(), ReturnedRows.of(rewriting, items, query, insert.table()));
    }

    private Optional<String> subjectQuery() {
        return table.dataset().subject() instanceof SubjectPath.Via via
                ? Optional.of(new SubjectLookup(via, rewriting.declarations()).query("?"))
                : Optional.empty();
    }

    private List<Catalogue.Column> columns(Statement.Insert insert) {
        if (insert.columns().isEmpty()) {
            List<Catalogue.Column> visible = table.visible();
            int given = insert.values().isEmpty()
                    ? visible.size()
                    : insert.values().get(0).size();
            boolean fewer = rewriting.dialect() == Dialect.POSTGRESQL && given < visible.size();
            return fewer ? visible.subList(0, given) : visible;
        }
        return insert.columns().stream().map(this::column).toList();
    }

    private Catalogue.Column column(Name name) {
        Catalogue.Column found = table.table().columns().stream()
                .filter(column -> name.is(column.name(), rewriting.dialect()))
                .findFirst()
                .orElseThrow(() -> SqlRefusal.COLUMN_UNKNOWN.at(name.span().start()));
        if (table.helper(found.name())) {
            throw SqlRefusal.HELPER_COLUMN.at(name.span().start());
        }
        return found;
    }

    private InsertPlan.Row row(
            Statement.Insert insert, List<Catalogue.Column> columns, List<Expression> values, int number) {
        if (values.size() != columns.size()) {
            throw SqlRefusal.VALUE_COUNT.at(insert.span().start());
        }
        Optional<Value> tenant = Optional.empty();
        Optional<Value> subject = Optional.empty();
        Map<Field, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Catalogue.Column column = columns.get(i);
            Expression value = values.get(i);
            if (table.tenant().filter(column::equals).isPresent()) {
                tenant = Optional.of(given(value, SqlRefusal.TENANT_MISSING));
            }
            if (table.subject().equals(column)) {
                subject = Optional.of(subject(value, column));
            }
            field(column, value, number).ifPresent(stored -> fields.put(stored.getKey(), stored.getValue()));
        }
        return new InsertPlan.Row(
                tenant.or(this::fixedTenant).orElseThrow(() -> missing(SqlRefusal.TENANT_MISSING, insert)),
                subject.or(this::omittedSubject).orElseThrow(() -> missing(SqlRefusal.SUBJECT_MISSING, insert)),
                fields);
    }

    private static SqlRefused missing(SqlRefusal refusal, Statement.Insert insert) {
        return refusal.at(insert.table().span().end());
    }

    private Optional<Value> fixedTenant() {
        return table.dataset().tenant() instanceof TenantPath.Fixed fixed
                ? Optional.of(new Value.Literal(fixed.tenant().value()))
                : Optional.empty();
    }

    private Optional<Value> omittedSubject() {
        return generated() ? Optional.of(new Value.Generated()) : Optional.empty();
    }

    private boolean generated() {
        return table.subject().generated() && table.dataset().subject() instanceof SubjectPath.Column;
    }

    private Value given(Expression value, SqlRefusal refusal) {
        return literals.any(value)
                .filter(found -> CastValues.given(found))
                .orElseThrow(() -> refusal.at(value.span().start()));
    }

    private Value subject(Expression value, Catalogue.Column column) {
        boolean sequence = value instanceof Expression.NextValue
                || (value instanceof Expression.Call call && call.function().equals("nextval"));
        Optional<Value> plain = literals.any(value);
        boolean made = plain.isPresent()
                && (plain.get() instanceof Value.Default
                        || (plain.get() instanceof Value.Null && rewriting.dialect() == Dialect.MARIADB));
        if (sequence || (made && column.generated())) {
            if (table.dataset().subject() instanceof SubjectPath.Via) {
                throw SqlRefusal.SUBJECT_MISSING.at(value.span().start());
            }
            return new Value.Generated();
        }
        return given(value, SqlRefusal.SUBJECT_MISSING);
    }

    private Optional<Map.Entry<Field, Value>> field(Catalogue.Column column, Expression expression, int row) {
        Optional<Field> declared = table.field(column.name());
        if (declared.isEmpty() || !declared.get().encrypt()) {
            nothingProtected(expression);
            return declared.map(
                    field -> Map.entry(field, literals.any(expression).orElseGet(Value.Computed::new)));
        }
        Field field = declared.get();
        Value value = literals.value(expression, field.type())
                .orElseThrow(() -> SqlRefusal.ASSIGNED.at(expression.span().start()));
        seal(new FieldUse(table.dataset(), field), column, expression, value, row);
        return Optional.of(Map.entry(field, value));
    }

    private void nothingProtected(Expression expression) {
        Scope empty = new Scope(rewriting.dialect(), Optional.empty());
        CommonTables none = new CommonTables(rewriting.dialect(), Optional.empty());
        new UseChecker(rewriting, empty, none, List.of()).check(expression, SqlRefusal.ASSIGNED);
    }

    private void seal(FieldUse use, Catalogue.Column column, Expression expression, Value value, int row) {
        boolean kept = value instanceof Value.Default;
        Pieces pieces = new Pieces();
        if (kept) {
            pieces.text("DEFAULT");
        } else {
            pieces.add(new Piece.Cell(row, use, value, rewriting.dialect().quote(column.name())));
        }
        for (SearchColumn kind : SearchColumn.of(use.field())) {
            String helper = rewriting.dialect().quote(table.helper(use.field(), kind));
            pieces.text(", ")
                    .add(kept ? new Piece.Text("DEFAULT") : new Piece.StoredTerm(row, use, kind, value, helper));
        }
        rewriting.edits().replace(expression.span(), pieces.list());
    }

    /** Adds the helper columns to the column list, or the whole list where there is none. */
    private void helpers(Statement.Insert insert, List<Catalogue.Column> columns) {
        if (insert.columns().isEmpty()) {
            List<String> names = new ArrayList<>();
            columns.forEach(column -> {
                names.add(rewriting.dialect().quote(column.name()));
                names.addAll(helpers(column));
            });
            if (!names.isEmpty()) {
                int end = insert.table().span().end();
                rewriting.edits().insert(end, " (" + String.join(", ", names) + ")");
            }
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            int end = insert.columns().get(i).span().end();
            helpers(columns.get(i)).forEach(name -> rewriting.edits().insert(end, ", " + name));
        }
    }

    private List<String> helpers(Catalogue.Column column) {
        return table.field(column.name()).stream()
                .flatMap(field -> SearchColumn.of(field).stream()
                        .map(kind -> rewriting.dialect().quote(table.helper(field, kind))))
                .toList();
    }
}
