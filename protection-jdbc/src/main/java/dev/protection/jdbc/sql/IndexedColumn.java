package dev.protection.jdbc.sql;

import dev.protection.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * An encrypted column that an expression names.
 *
 * @param column the column as written
 * @param origin where its value comes from
 */
record IndexedColumn(Expression.Column column, Origin origin) {
    Field field() {
        return origin.field().orElseThrow();
    }

    FieldUse use() {
        return origin.use().orElseThrow();
    }

    Span span() {
        return column.span();
    }

    /** The helper column, qualified as the column is; refused for a field without an index. */
    String term(String sql) {
        if (!field().indexed()) {
            throw SqlRefusal.NOT_SEARCHABLE.at(span().start());
        }
        List<String> parts = new ArrayList<>();
        for (Name qualifier : column.parts().subList(0, column.parts().size() - 1)) {
            parts.add(qualifier.span().of(sql));
        }
        parts.add(origin.source().orElseThrow().termName(field()));
        return String.join(".", parts);
    }

    /** Whether equal values of both have equal terms, as long as they lie in one scope. */
    static boolean comparable(FieldUse left, FieldUse right) {
        Field.Index index = left.field().index();
        boolean sameGroup = index.group().isPresent()
                ? index.group().equals(right.field().index().group())
                : left.dataset().name().equals(right.dataset().name())
                        && left.field().name().equals(right.field().name());
        return sameGroup
                && left.field().indexed()
                && right.field().indexed()
                && left.field().type() == right.field().type()
                && index.normalise().equals(right.field().index().normalise());
    }
}
