package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** The values that one row of an INSERT gives, by column. */
final class InsertedRow {
    private final Rewriting rewriting;
    private final List<Catalogue.Column> columns;
    private final List<Expression> values;
    private final CastValues literals;

    InsertedRow(Rewriting rewriting, List<Catalogue.Column> columns, List<Expression> values) {
        this.rewriting = rewriting;
        this.columns = columns;
        this.values = values;
        this.literals = new CastValues(rewriting);
    }

    /** The value of a stored column; empty when the row leaves it to the database. */
    Optional<Expression> value(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                Expression value = values.get(i);
                return isDefault(value) ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private boolean isDefault(Expression value) {
        return literals.any(value).filter(Value.Default.class::isInstance).isPresent();
    }

    /** A value that may be written in other places too, because it is the same there. */
    Optional<Expression> fixed(String column) {
        return value(column).filter(value -> literals.any(value).isPresent());
    }

    /** Whether the database makes a value of its own, which no other row has. */
    boolean made(Catalogue.Column column) {
        Optional<Expression> value = value(column.name());
        boolean none = value.isEmpty()
                || value.flatMap(literals::any)
                        .filter(Value.Null.class::isInstance)
                        .isPresent();
        return none && column.generated();
    }

    /** The row as an INSERT of its own. */
    Part insert(Statement.Insert insert, TableReference table) {
        PartText text = new PartText(rewriting)
                .text("INSERT INTO ")
                .original(table.span())
                .text(" (");
        String separator = "";
        for (Catalogue.Column column : columns) {
            text.text(separator).text(rewriting.dialect().quote(column.name()));
            separator = ", ";
        }
        text.text(") VALUES (");
        separator = "";
        for (Expression value : values) {
            text.text(separator).original(value.span());
            separator = ", ";
        }
        return text.text(")").part();
    }
}
