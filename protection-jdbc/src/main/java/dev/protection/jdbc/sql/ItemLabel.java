package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The label that a database makes up for a computed column whose text is changed.
 *
 * <p>PostgreSQL takes the outermost function's name, which stays; MariaDB the text as written; H2 prints the expression
 * anew (its {@code Expression.getSQL}), which is followed here for simple forms.
 */
final class ItemLabel {
    /** Functions that H2 prints as they were called. */
    private static final Set<String> SAME_NAME =
            Keywords.words("count min max sum upper lower left right trim ltrim rtrim replace"
                    + " coalesce nullif concat concat_ws char_length");

    private final String sql;
    private final Dialect dialect;
    private final Rewriting rewriting;

    ItemLabel(Rewriting rewriting) {
        this.rewriting = rewriting;
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

    /** The label of a column that the database does not compute. */
    String computed(Expression expression) {
        return switch (dialect) {
            case POSTGRESQL -> figured(expression).name();
            case MARIADB -> expression.span().of(sql);
            case H2 -> printed(unwrapped(expression));
        };
    }

    /** PostgreSQL's rule ({@code FigureColname} in {@code parse_target.c}): a weak name gives way to a strong one. */
    private record Figured(boolean strong, String name) {}

    private Figured figured(Expression expression) {
        Expression inner = unwrapped(expression);
        if (inner instanceof Expression.Column column) {
            return new Figured(
                    true,
                    column.last().quoted()
                            ? column.last().text()
                            : dialect.fold(column.last().text()));
        }
        if (inner instanceof Expression.Call call) {
            return new Figured(true, call.function().equals("trim") ? "btrim" : call.function());
        }
        if (inner instanceof Expression.Compound compound) {
            return figured(compound);
        }
        return new Figured(false, "?column?");
    }

    private Figured figured(Expression.Compound compound) {
        Shape shape = Shape.of(compound.span(), compound.operands(), rewriting);
        Expression last = compound.operands().get(compound.operands().size() - 1);
        Figured inner = figured(last);
        if (shape.at(0).equals("extract")) {
            return new Figured(true, "extract");
        }
        if (shape.at(0).equals("case")) {
            boolean named = inner.strong() && shape.at(shape.size() - 3).equals("else");
            return named ? inner : new Figured(false, "case");
        }
        boolean cast = shape.at(0).equals("cast") || shape.at(1).equals("::");
        if (cast && !inner.strong()) {
            return new Figured(
                    false, shape.at(shape.at(0).equals("cast") ? 4 : 2).equals("text") ? "text" : "varchar");
        }
        return cast ? inner : new Figured(false, "?column?");
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
            if (!SAME_NAME.contains(call.function())) {
                throw SqlRefusal.LABEL.at(expression.span().start());
            }
            return call.function().toUpperCase(Locale.ROOT) + "(" + (call.distinct() ? "DISTINCT " : "") + star
                    + list(call.arguments()) + ")";
        }
        if (expression instanceof Expression.Compound compound) {
            return compound(compound);
        }
        throw SqlRefusal.LABEL.at(expression.span().start());
    }

    private String compound(Expression.Compound compound) {
        Shape shape = Shape.of(compound.span(), compound.operands(), rewriting);
        boolean concatenated = shape.is("#" + " || #".repeat(compound.operands().size() - 1));
        boolean simple = shape.is("# + #") || shape.is("# - #") || shape.is("# * #");
        boolean flat = compound.operands().stream().noneMatch(each -> unwrapped(each) instanceof Expression.Compound);
        if ((!concatenated && !simple) || !flat) {
            throw SqlRefusal.LABEL.at(compound.span().start());
        }
        StringJoiner text = new StringJoiner(" " + shape.at(1) + " ");
        compound.operands().forEach(each -> text.add(printed(unwrapped(each))));
        return text.toString();
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
