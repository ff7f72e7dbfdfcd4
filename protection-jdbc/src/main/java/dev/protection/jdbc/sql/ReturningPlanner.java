package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Allows RETURNING lists of plain columns that are not declared fields. */
final class ReturningPlanner {
    private final Rewriting rewriting;
    private final ProtectedTable table;

    ReturningPlanner(Rewriting rewriting, ProtectedTable table) {
        this.rewriting = rewriting;
        this.table = table;
    }

    List<OutputColumn> columns(List<SelectItem> items) {
        List<OutputColumn> columns = new ArrayList<>();
        for (SelectItem item : items) {
            columns.add(new OutputColumn(columns.size() + 1, Optional.of(label(item)), Optional.empty(), 0));
        }
        return columns;
    }

    private String label(SelectItem item) {
        SqlRefused refused = SqlRefusal.RETURNING.at(item.span().start());
        if (!(item instanceof SelectItem.Value value) || !(value.expression() instanceof Expression.Column column)) {
            throw refused;
        }
        Name name = column.last();
        boolean plain = table.table().columns().stream()
                .map(Catalogue.Column::name)
                .filter(stored -> name.is(stored, rewriting.dialect()))
                .anyMatch(stored -> table.field(stored).isEmpty() && !table.helper(stored));
        if (!plain) {
            throw refused;
        }
        Name label = value.label().orElse(name);
        return label.quoted() ? label.text() : rewriting.dialect().fold(label.text());
    }
}
