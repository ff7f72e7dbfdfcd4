package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The label that a database makes up for a computed column whose text is changed.
 *
 * <p>PostgreSQL takes the outermost function's name, which stays; MariaDB the text as written; H2 prints the expression
 * anew (its {@code Expression.getSQL}), which is followed here for simple forms.
 */
final class ItemLabel {
    private final String sql;
    private final Dialect dialect;

    ItemLabel(Rewriting rewriting) {
        this.sql = rewriting.sql();
        this.dialect = rewriting.dialect();
    }

    /** Returns the label; empty where the database's own stays right. */
    Optional<String> of(Expression expression) {
        return switch (dialect) {
            case POSTGRESQL -> Optional.empty();
            case MARIADB -> Optional.of(expression.span().of(sql));
            case H2 -> Optional.of(printed(unwrapped(expression)));
        };
    }

    private static Expression unwrapped(Expression expression) {
        return expression instanceof Expression.Parenthesised brackets ? unwrapped(brackets.inner()) : expression;
    }

    private String printed(Expression expression) {
        if (expression instanceof Expression.Column column) {
            return column(column);
        }
        if (expression instanceof Expression.Parameter parameter) {
            return "?" + parameter.logical();
        }
        if (expression instanceof Expression.Literal literal && literal.tokens() == 1) {
            return literal(literal);
        }
        if (expression instanceof Expression.Call call && plain(call)) {
            String star = call.star() ? "*" : "";
            return Folding.ascii(call.function()).toUpperCase(Locale.ROOT) + "(" + (call.distinct() ? "DISTINCT " : "")
                    + star + list(call.arguments()) + ")";
        }
        throw SqlRefusal.LABEL.at(expression.span().start());
    }

    private String column(Expression.Column column) {
        StringJoiner parts = new StringJoiner(".");
        for (Name part : column.parts()) {
            boolean plain = !part.quoted() || part.text().equals(dialect.fold(part.text()));
            if (!plain || !part.text().chars().allMatch(c -> Characters.namePart((char) c, dialect))) {
                throw SqlRefusal.LABEL.at(column.span().start());
            }
            parts.add(part.quoted() ? part.text() : dialect.fold(part.text()));
        }
        return parts.toString();
    }

    private String literal(Expression.Literal literal) {
        String text = literal.span().of(sql);
        boolean known = text.startsWith("'") || text.chars().allMatch(c -> Characters.digit((char) c));
        boolean word = text.equalsIgnoreCase("null") || text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        if (!known && !word) {
            throw SqlRefusal.LABEL.at(literal.span().start());
        }
        return word ? text.toUpperCase(Locale.ROOT) : text;
    }

    private String list(List<Expression> expressions) {
        StringJoiner list = new StringJoiner(", ");
        expressions.forEach(each -> list.add(printed(unwrapped(each))));
        return list.toString();
    }

    /** Whether nothing but commas stands between the arguments. */
    private boolean plain(Expression.Call call) {
        if (call.window() || call.name().size() > 1 || call.name().get(0).quoted()) {
            return false;
        }
        int at = call.name().get(0).span().end();
        String before = call.distinct() ? "(distinct" : "(";
        for (Expression argument : call.arguments()) {
            if (!dense(at, argument.span().start()).equals(before)) {
                return false;
            }
            at = argument.span().end();
            before = ",";
        }
        String rest = call.star() ? "(*)" : call.arguments().isEmpty() ? "()" : ")";
        return dense(at, call.span().end()).equals(rest);
    }

    /** A stretch of text without blanks. */
    private String dense(int from, int to) {
        StringBuilder text = new StringBuilder();
        sql.substring(from, to).chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> text.append((char) c));
        return Folding.ascii(text.toString());
    }
}
