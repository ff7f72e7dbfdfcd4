package dev.protection.jdbc.sql;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The values that a text column may hold, listed in its definition. Cells have no such values, so the list is not kept, as
 * the width of a column is not.
 */
final class ValueList {
    private ValueList() {}

    /** What stands in the place of {@code IN ('a', 'b')}; a name that the database makes up stays the same. */
    static final String ANYTHING = "IS NULL OR 1 = 1";

    /** The {@code IN ('a', 'b')} of a condition that is nothing else, whatever brackets are around it. */
    static Optional<Span> in(TokenList condition, Token column) {
        TokenList inner = condition;
        while (inner.get(0).symbol("(") && inner.closing(0) == inner.size() - 1) {
            inner = inner.between(1, inner.size() - 1);
        }
        boolean list = inner.size() > 4
                && inner.get(0).name()
                && Folding.loosely(inner.get(0).text()).equals(Folding.loosely(column.text()))
                && inner.get(1).word("in")
                && inner.get(2).symbol("(")
                && inner.closing(2) == inner.size() - 1
                && texts(inner.between(3, inner.size() - 1));
        return list ? Optional.of(inner.from(1).span()) : Optional.empty();
    }

    /** The most characters of the values of {@code ENUM ('a', 'b')}; empty when it is not that. */
    static OptionalLong enumerated(TokenList type) {
        boolean list = type.get(0).word("enum") && type.get(1).symbol("(") && type.closing(1) == type.size() - 1;
        if (!list || !texts(type.between(2, type.size() - 1))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(type.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .mapToLong(token -> token.end() - token.start())
                .max()
                .orElse(0));
    }

    private static boolean texts(TokenList list) {
        return list.split().stream()
                .allMatch(value -> value.size() == 1 && value.get(0).kind() == Token.Kind.STRING);
    }
}
