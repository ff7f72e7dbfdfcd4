package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that a text column may hold, listed in its definition. Cells have no such values, so the database is told
 * nothing of them: the list goes into the column's comment, as its width does.
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
                && strings(inner.between(3, inner.size() - 1));
        return list ? Optional.of(inner.from(1).span()) : Optional.empty();
    }

    /** The values in {@code IN ('a', 'b')} or {@code ENUM ('a', 'b')}; empty when they are not all certain. */
    static Optional<List<String>> texts(TokenList list, String sql, Dialect dialect) {
        List<String> texts = new ArrayList<>();
        for (Token token : list.tokens()) {
            if (token.kind() == Token.Kind.STRING) {
                text(token, sql, dialect).ifPresent(texts::add);
            }
        }
        long written = list.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .count();
        return texts.isEmpty() || texts.size() < written ? Optional.empty() : Optional.of(texts);
    }

    /** A backslash means something or nothing by the session's mode, and blanks at the end count or not by the collation. */
    private static Optional<String> text(Token token, String sql, Dialect dialect) {
        if (token.span().of(sql).indexOf('\\') >= 0) {
            return Optional.empty();
        }
        return new StringReader(new Text(sql, dialect, SqlMode.of(dialect)))
                .value(token)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.endsWith(" "));
    }

    /** Whether a type is {@code ENUM ('a', 'b')}. */
    static boolean enumerated(TokenList type) {
        boolean list = type.get(0).word("enum") && type.get(1).symbol("(") && type.closing(1) == type.size() - 1;
        return list && strings(type.between(2, type.size() - 1));
    }

    private static boolean strings(TokenList list) {
        return list.split().stream()
                .allMatch(value -> value.size() == 1 && value.get(0).kind() == Token.Kind.STRING);
    }
}
