package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/** An item of a select or RETURNING list. */
sealed interface SelectItem extends Node {
    /** An expression, perhaps with a label. */
    record Value(Span span, Expression expression, Optional<Name> label) implements SelectItem {}

    /** {@code *}, or {@code t.*} when a table is named. */
    record Star(Span span, List<Name> table) implements SelectItem {}
}
