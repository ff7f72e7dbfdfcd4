package dev.protection.jdbc.sql;

import java.util.Optional;

/**
 * A visible column of a query.
 *
 * @param name its name as another query can refer to it; empty when the database makes one up
 * @param origin where its value comes from
 * @param item the item as written; empty for what a star stands for
 * @param calculation how it is computed from opened values
 */
record Output(
        Optional<String> name, Origin origin, Optional<SelectItem.Value> item, Optional<Calculation> calculation) {
    Output(Optional<String> name, Origin origin) {
        this(name, origin, Optional.empty(), Optional.empty());
    }

    /** An item of a list that another query may still change. */
    static Output written(Optional<String> name, Origin origin, SelectItem.Value item) {
        return new Output(name, origin, Optional.of(item), Optional.empty());
    }

    /** Whether the database does not know its values. */
    boolean sealed() {
        return origin.sealed() || calculation.isPresent();
    }

    /** The column that the item is, without brackets. */
    Optional<Expression.Column> column() {
        return item.map(SelectItem.Value::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast);
    }
}
