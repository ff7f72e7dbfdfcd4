package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the query that a view stands for in the place of its name (SQL:2016, 4.15.3). */
final class ViewExpansion {
    private final Declarations declarations;
    private final Dialect dialect;

    ViewExpansion(Declarations declarations) {
        this.declarations = declarations;
        this.dialect = declarations.dialect();
    }

    /**
     * Expands one mention.
     *
     * @return empty when the view's query is not known
     */
    Optional<String> expanded(String sql, TableReference reference) {
        if (reference.only()) {
            return Optional.empty();
        }
        return declarations
                .view(reference.name())
                .flatMap(view -> query(view).map(query -> {
                    int end = reference.nameSpan().end();
                    String alias = " AS " + reference.table().span().of(sql);
                    String columns = columns(view, reference);
                    if (reference.alias().isEmpty()) {
                        return sql.substring(0, reference.nameSpan().start()) + "(" + query + ")" + alias + columns
                                + sql.substring(end);
                    }
                    int named = reference.alias().get().span().end();
                    return sql.substring(0, reference.nameSpan().start()) + "(" + query + ")"
                            + sql.substring(end, named) + columns + sql.substring(named);
                }));
    }

    /** The query without a semicolon behind it; parameters in it would be taken for the application's. */
    private Optional<String> query(Catalogue.View view) {
        String text = view.definition();
        List<Token> tokens = Tokenizer.tokens(text, dialect, declarations.mode());
        int size = tokens.size();
        while (size > 0 && tokens.get(size - 1).symbol(";")) {
            size--;
        }
        List<Token> query = tokens.subList(0, size);
        boolean known = size > 0
                && query.get(0).kind() == Token.Kind.WORD
                && query.stream().noneMatch(token -> token.symbol(";") || token.kind() == Token.Kind.PARAMETER);
        return known
                ? Optional.of(
                        text.substring(query.get(0).start(), query.get(size - 1).end()))
                : Optional.empty();
    }

    /** H2 keeps the names of the columns apart from the query. */
    private String columns(Catalogue.View view, TableReference reference) {
        boolean needed = dialect == Dialect.H2 && reference.columns().isEmpty();
        return needed ? view.columns().stream().map(dialect::quote).collect(Collectors.joining(", ", " (", ")")) : "";
    }
}
