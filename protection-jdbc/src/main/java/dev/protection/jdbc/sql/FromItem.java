package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** Something rows come from. */
sealed interface FromItem extends Node
        permits TableReference, FromItem.Derived, FromItem.Function, FromItem.Join, FromItem.Group {
    /** A query in brackets. */
    record Derived(Span span, boolean lateral, Query query, Optional<Name> alias, List<Name> columns)
            implements FromItem {}

    /** A function that gives rows. */
    record Function(Span span, Expression call, Optional<Name> alias, List<Name> columns) implements FromItem {}

    /** Two sources joined: by a condition, by columns of the same name, or every row with every row. */
    record Join(
            Span span,
            FromItem left,
            FromItem right,
            Kind kind,
            Optional<Expression> on,
            boolean natural,
            List<Name> using)
            implements FromItem {
        /** Which side's rows are all kept. */
        enum Kind {
            /** Neither; CROSS too. */
            INNER,
            /** The left side's. */
            LEFT,
            /** The right side's. */
            RIGHT,
            /** Both sides'. */
            FULL
        }
    }

    /** A source in brackets. */
    record Group(Span span, FromItem inner, Optional<Name> alias) implements FromItem {}
}
