package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/** Prints an expression with brackets around every operator, put in by its places in the text. */
final class Grouped {
    private final String sql;
    private final List<Span> spans = new ArrayList<>();

    private Grouped(String sql) {
        this.sql = sql;
    }

    static String expression(String expression, Dialect dialect) {
        String sql = "SELECT " + expression;
        Statement.Read read = (Statement.Read) Parser.parse(sql, dialect);
        SelectItem.Value item =
                (SelectItem.Value) ((Select) read.query().body()).items().get(0);
        Grouped grouped = new Grouped(sql);
        grouped.visit(item.expression());
        return grouped.text().substring("SELECT ".length());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= sql.length(); i++) {
            int at = i;
            text.append(")".repeat((int)
                    spans.stream().filter(span -> span.end() == at).count()));
            text.append("(".repeat((int)
                    spans.stream().filter(span -> span.start() == at).count()));
            text.append(i < sql.length() ? sql.substring(i, i + 1) : "");
        }
        return text.toString();
    }

    private void visit(Expression expression) {
        if (expression instanceof Expression.Compound compound) {
            spans.add(compound.span());
            compound.operands().forEach(this::visit);
        } else if (expression instanceof Expression.Comparison comparison) {
            spans.add(comparison.span());
            visit(comparison.left());
            visit(comparison.right());
        } else if (expression instanceof Expression.Like like) {
            spans.add(like.span());
            like.operands().forEach(this::visit);
        } else if (expression instanceof Expression.Membership membership) {
            spans.add(membership.span());
            visit(membership.tested());
        } else if (expression instanceof Expression.NullTest test) {
            spans.add(test.span());
            visit(test.tested());
        } else if (expression instanceof Expression.Parenthesised brackets) {
            visit(brackets.inner());
        }
    }
}
