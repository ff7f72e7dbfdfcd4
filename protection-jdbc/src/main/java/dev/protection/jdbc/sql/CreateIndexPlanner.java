package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import java.util.List;
import java.util.Optional;

/** Plans CREATE INDEX: an index over an encrypted column moves to its helper column. */
final class CreateIndexPlanner {
    private final Declarations declarations;
    private final String sql;

    CreateIndexPlanner(Declarations declarations, String sql) {
        this.declarations = declarations;
        this.sql = sql;
    }

    Plan plan(TokenList tokens) {
        int on = 0;
        while (on < tokens.size() && !tokens.get(on).word("on")) {
            on++;
        }
        int at = tokens.get(on + 1).word("only") ? on + 2 : on + 1;
        Optional<Dataset> dataset = declarations.dataset(tokens.name(at, sql));
        return dataset.<Plan>map(found -> moved(found, tokens, at)).orElse(new Untouched(sql));
    }

    private Plan moved(Dataset dataset, TokenList tokens, int at) {
        DeclaredColumns columns = new DeclaredColumns(dataset, declarations.dialect());
        int open = tokens.indexOfSymbol("(", at);
        if (open < 0) {
            throw SqlRefusal.INDEX.at(tokens.get(at).start());
        }
        Rewriting rewriting = new Rewriting(sql, tokens.tokens(), declarations);
        int close = tokens.closing(open);
        columns.refuseHelpers(tokens.from(open));
        boolean unique = tokens.between(0, at).anyWord("unique");
        columns.moveToHelpers(tokens.between(open + 1, close), unique, rewriting.edits());
        if (tokens.get(1).word("unique") || tokens.words(1, "or", "replace", "unique")) {
            columns.requireOneScope(tokens.between(open + 1, close));
        }
        columns.refuseIn(tokens.from(close + 1), SqlRefusal.INDEX);
        String text = RewriteCheck.rendered(rewriting.checked().pieces());
        return new DefinitionPlan(dataset, DefinitionPlan.Kind.CHANGE, List.of(text));
    }
}
