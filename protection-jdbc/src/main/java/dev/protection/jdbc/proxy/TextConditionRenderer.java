package dev.protection.jdbc.proxy;

import dev.protection.core.flow.TextTerms;
import dev.protection.jdbc.sql.OpenedColumn;
import dev.protection.jdbc.sql.Piece.TextMatch;
import java.util.Arrays;
import java.util.Objects;

/** Writes a condition on a text as a condition on columns of beginnings, with the same three truth values. */
final class TextConditionRenderer {
    private final PhysicalText text;
    private final TextMatch match;

    TextConditionRenderer(PhysicalText text, TextMatch match) {
        this.text = text;
        this.match = match;
    }

    void render(TextCondition condition) {
        text.add(match.how().negated() ? "(NOT (" : "((");
        if (condition instanceof TextCondition.Holds holds) {
            holds(holds);
        } else if (condition instanceof TextCondition.Listed listed) {
            listed.lists().render(text, match.opened().orElseThrow().column());
        } else if (condition instanceof TextCondition.Any) {
            String column = match.opened()
                    .map(OpenedColumn::column)
                    .orElseGet(() -> match.columns().values().iterator().next());
            text.add(column).add(" = ").add(column);
        } else {
            text.add("1 = NULL");
        }
        text.add("))");
    }

    private void holds(TextCondition.Holds holds) {
        TextTerms terms = holds.terms();
        String separator = "";
        for (TextTerms.Bytes bytes : terms.scopes()) {
            text.add(separator);
            compare(column(terms.main()), bytes.main(), holds.whole());
            terms.further().ifPresent(further -> {
                String column = column(further);
                text.add(" AND (").add(column).add(" IS ");
                text.add(terms.mayBeNull() ? "NULL OR " : "NOT NULL OR " + column(terms.main()) + " IS NULL) AND (");
                compare(column, bytes.further().orElseThrow(), holds.whole());
                text.add(")");
            });
            separator = " OR ";
        }
    }

    private String column(dev.protection.SearchColumn column) {
        return Objects.requireNonNull(match.columns().get(column));
    }

    private void compare(String column, byte[] bytes, boolean whole) {
        text.add(column).add(whole ? " = " : " >= ");
        text.parameter((statement, index) -> statement.setBytes(index, bytes));
        if (!whole) {
            byte[] end = successor(bytes);
            text.add(" AND ").add(column).add(" < ");
            text.parameter((statement, index) -> statement.setBytes(index, end));
        }
    }

    /** The least bytes that are greater than all that begin with these. */
    static byte[] successor(byte[] bytes) {
        byte[] next = bytes.clone();
        int at = next.length - 1;
        while (at > 0 && next[at] == (byte) 0xFF) {
            at--;
        }
        next[at]++;
        return Arrays.copyOf(next, at + 1);
    }
}
