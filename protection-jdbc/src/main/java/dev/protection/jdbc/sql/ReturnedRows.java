package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * What a RETURNING clause shows, as a query for the changed rows by their keys.
 *
 * @param head {@code SELECT .. FROM ..}
 * @param key the key columns as they are written behind it
 */
public record ReturnedRows(Part head, List<String> key) {
    /**
     * Copies the key.
     *
     * @param head {@code SELECT .. FROM ..}
     * @param key the key columns
     */
    public ReturnedRows {
        key = List.copyOf(key);
    }

    static ReturnedRows of(Rewriting rewriting, List<SelectItem> items, RowsQuery query, TableReference target) {
        Span shown = new Span(items.get(0).span().start(), query.end());
        PartText text = new PartText(rewriting).text("SELECT ").original(shown);
        Part head = text.text(" FROM ").original(target.span()).part();
        return new ReturnedRows(head, query.key());
    }

    /** Where the clause begins. */
    static int start(Rewriting rewriting, List<SelectItem> items) {
        int first = items.get(0).span().start();
        return rewriting.tokens().stream()
                .filter(token -> token.word("returning") && token.end() <= first)
                .reduce((before, last) -> last)
                .map(Token::start)
                .orElseThrow();
    }

    /**
     * Writes the query for some rows.
     *
     * @param rows how many
     * @param ordered whether they come in the order in which their keys are given
     * @return a part whose row at hand holds the keys one after the other
     */
    public Part part(int rows, boolean ordered) {
        StringBuilder sql = new StringBuilder(head.sql()).append(" WHERE ");
        List<Integer> arguments = new ArrayList<>(head.arguments());
        for (int row = 0; row < rows; row++) {
            sql.append(row == 0 ? "(" : " OR (");
            key(row, sql, arguments);
            sql.append(')');
        }
        if (ordered && rows > 1) {
            sql.append(" ORDER BY CASE");
            for (int row = 0; row < rows; row++) {
                sql.append(" WHEN ");
                key(row, sql, arguments);
                sql.append(" THEN ").append(row);
            }
            sql.append(" END");
        }
        return new Part(sql.toString(), arguments);
    }

    private void key(int row, StringBuilder sql, List<Integer> arguments) {
        for (int i = 0; i < key.size(); i++) {
            sql.append(i == 0 ? "" : " AND ").append(key.get(i)).append(" = ?");
            arguments.add(-(row * key.size() + i + 1));
        }
    }
}
