package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code SELECT .. FROM .. WHERE ..}.
 *
 * @param span its place
 * @param distinct the word by which duplicates go
 * @param distinctOn PostgreSQL's {@code DISTINCT ON} list
 * @param items the select list
 * @param from the tables
 * @param where the condition
 * @param group what it groups by
 * @param groupingSets whether it groups in several ways at once
 * @param having the condition on groups, and H2's QUALIFY
 * @param windows expressions of a WINDOW clause
 */
record Select(
        Span span,
        Optional<Span> distinct,
        List<Expression> distinctOn,
        List<SelectItem> items,
        List<FromItem> from,
        Optional<Expression> where,
        List<Expression> group,
        boolean groupingSets,
        List<Expression> having,
        List<Expression> windows)
        implements Query.Body {}
