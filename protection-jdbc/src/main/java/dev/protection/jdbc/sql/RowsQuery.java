package dev.protection.jdbc.sql;

import java.util.List;

/** Writes the query that finds, and locks, the rows of a change: the key first, then whatever the change needs. */
final class RowsQuery {
    private final Rewriting rewriting;
    private final TableReference target;
    private final ProtectedTable table;

    RowsQuery(Rewriting rewriting, TableReference target, ProtectedTable table) {
        this.rewriting = rewriting;
        this.target = target;
        this.table = table;
        if (table.key().isEmpty()) {
            throw SqlRefusal.KEY_UNKNOWN.at(target.span().start());
        }
        if (target.only() || !target.columns().isEmpty()) {
            throw SqlRefusal.SYNTAX.at(target.span().start());
        }
    }

    int keyColumns() {
        return table.key().size();
    }

    /** The key columns, as they are written among others. */
    List<String> key() {
        return table.key().stream().map(this::reference).toList();
    }

    /** How a column of the changed table is written among others. */
    String reference(String column) {
        String qualifier =
                target.alias().map(Name::span).orElse(target.nameSpan()).of(rewriting.sql());
        return qualifier + "." + rewriting.dialect().quote(column);
    }

    /**
     * Writes the query.
     *
     * @param statement the whole change
     * @param with its common tables
     * @param values what is computed for each row
     * @param from the tables it reads, the changed one among them
     * @param end where the last of its other clauses before WHERE ends
     */
    Part query(
            Span statement,
            List<Query.CommonTable> with,
            List<Span> values,
            List<List<FromItem>> from,
            Statement.Selection selection,
            int end) {
        PartText text = new PartText(rewriting);
        if (!with.isEmpty()) {
            int last = with.get(with.size() - 1).span().end();
            text.original(new Span(statement.start(), last)).text(" ");
        }
        text.text("SELECT ");
        String separator = "";
        for (String column : table.key()) {
            text.text(separator).text(reference(column));
            separator = ", ";
        }
        for (int i = 0; i < values.size(); i++) {
            text.text(", ").original(values.get(i)).text(" AS __v" + (i + 1));
        }
        separator = " FROM ";
        for (List<FromItem> list : from) {
            if (!list.isEmpty()) {
                Span last = list.get(list.size() - 1).span();
                text.text(separator).original(list.get(0).span().to(last));
                separator = ", ";
            }
        }
        selection.where().ifPresent(where -> text.text(" WHERE ").original(where.span()));
        int tail = selection.where().map(where -> where.span().end()).orElse(end);
        text.original(new Span(
                tail, selection.returning().isEmpty() ? end() : ReturnedRows.start(rewriting, selection.returning())));
        return text.text(lock()).part();
    }

    /** Where the statement ends, semicolons aside. */
    int end() {
        List<Token> tokens = rewriting.tokens();
        int last = tokens.size() - 1;
        while (tokens.get(last).symbol(";")) {
            last--;
        }
        return tokens.get(last).end();
    }

    /** What locks the rows of the changed table. */
    String lock() {
        if (rewriting.dialect() != Dialect.POSTGRESQL) {
            return " FOR UPDATE";
        }
        String of = target.alias().orElse(target.table()).span().of(rewriting.sql());
        return " FOR NO KEY UPDATE OF " + of;
    }

    /** {@code WHERE key = ? AND ..} with the columns of the query's row. */
    void byKey(PartText text) {
        String separator = " WHERE ";
        for (int i = 0; i < table.key().size(); i++) {
            String column = rewriting.dialect().quote(table.key().get(i));
            text.text(separator).text(column).text(" = ").column(i + 1);
            separator = " AND ";
        }
    }
}
