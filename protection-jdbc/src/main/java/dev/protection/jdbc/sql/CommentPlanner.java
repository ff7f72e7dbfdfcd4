package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import java.util.List;
import java.util.Optional;

/** Plans COMMENT ON: the comment of an encrypted column goes on to say its type. */
final class CommentPlanner {
    private final Declarations declarations;
    private final String sql;

    CommentPlanner(Declarations declarations, String sql) {
        this.declarations = declarations;
        this.sql = sql;
    }

    Plan plan(TokenList tokens) {
        boolean known = tokens.words(1, "on", "table") || tokens.words(1, "on", "column");
        if (!known) {
            throw SqlRefusal.STATEMENT.at(tokens.get(0).start());
        }
        List<Name> name = tokens.name(3, sql);
        boolean column = tokens.get(2).word("column") && name.size() > 1;
        List<Name> table = column ? name.subList(0, name.size() - 1) : name;
        Optional<Dataset> dataset = declarations.dataset(table);
        if (dataset.isEmpty()) {
            return new Untouched(sql);
        }
        Token named = tokens.get(3 + TokenList.length(name) - 1);
        DeclaredColumns columns = new DeclaredColumns(dataset.get(), declarations.dialect());
        Optional<Field> field = column ? columns.encrypted(named) : Optional.empty();
        String text =
                field.isPresent() ? typed(tokens, tokens.from(3 + TokenList.length(name)), field.get(), table) : sql;
        return new DefinitionPlan(dataset.get(), DefinitionPlan.Kind.CHANGE, List.of(text));
    }

    private String typed(TokenList tokens, TokenList rest, Field field, List<Name> table) {
        Optional<ColumnType> type = ColumnTypes.of(table, declarations, sql).type(field);
        boolean none = rest.words(0, "is", "null");
        boolean literal = none || (rest.get(0).word("is") && rest.get(1).kind() == Token.Kind.STRING);
        if (!literal || rest.size() != 2) {
            throw SqlRefusal.SYNTAX.at(tokens.get(0).start());
        }
        if (type.isEmpty()) {
            return sql;
        }
        Span written = rest.get(1).span();
        String comment = none
                ? TypeComment.literal(type.get(), "", declarations.dialect())
                : TypeComment.extended(type.get(), written.of(sql));
        return sql.substring(0, written.start()) + comment + sql.substring(written.end());
    }
}
