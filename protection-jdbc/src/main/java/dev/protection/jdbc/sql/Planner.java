package dev.protection.jdbc.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans a statement that may touch protected tables. */
final class Planner {
    private static final Set<String> DEFINITIONS = Set.of("create", "drop", "alter", "truncate", "comment");
    private static final Set<String> OTHERS =
            Set.of("select", "with", "values", "table", "insert", "update", "delete", "merge", "replace");

    private final Declarations declarations;

    Planner(Declarations declarations) {
        this.declarations = declarations;
    }

    Plan plan(String sql) {
        SqlMode mode = declarations.mode();
        if (mode.notUnderstood().isPresent()) {
            throw SqlRefusal.MODE.at(0);
        }
        List<Token> tokens = Tokenizer.tokens(sql, declarations.dialect(), mode);
        refusePipes(tokens, mode);
        Token first = tokens.get(0);
        if (first.kind() == Token.Kind.WORD && DEFINITIONS.contains(first.text())) {
            return new DefinitionPlanner(declarations).plan(sql, tokens);
        }
        boolean known = first.symbol("(") || OTHERS.contains(first.text());
        if (first.kind() == Token.Kind.QUOTED || !known) {
            throw SqlRefusal.STATEMENT.at(first.start());
        }
        Statement statement = new Parser(sql, declarations.dialect(), tokens).statement();
        return plan(statement, new Rewriting(sql, tokens, declarations));
    }

    /** Where MariaDB joins strings with it, the operator binds more tightly than it is parsed here. */
    private void refusePipes(List<Token> tokens, SqlMode mode) {
        if (declarations.dialect() == Dialect.MARIADB && mode.pipesConcatenate()) {
            tokens.stream().filter(token -> token.symbol("||")).findFirst().ifPresent(pipes -> {
                throw SqlRefusal.MODE.at(pipes.start());
            });
        }
    }

    private Plan plan(Statement statement, Rewriting rewriting) {
        if (statement instanceof Statement.Read read) {
            return new ReadPlanner(rewriting).plan(read.query());
        }
        if (statement instanceof Statement.Insert insert) {
            Optional<ProtectedTable> table = declarations.resolve(insert.table().name());
            return table.isPresent()
                    ? new InsertPlanner(rewriting, table.get()).plan(insert)
                    : new OtherChangePlanner(rewriting).plan(insert);
        }
        if (statement instanceof Statement.Update update) {
            Optional<TableReference> target = target(update.tables());
            return target.isPresent()
                    ? new UpdatePlanner(rewriting).plan(update, target.get())
                    : new OtherChangePlanner(rewriting).plan(update);
        }
        if (statement instanceof Statement.Delete delete) {
            Optional<TableReference> target = target(delete.tables());
            return target.isPresent()
                    ? new DeletePlanner(rewriting).plan(delete, target.get())
                    : new OtherChangePlanner(rewriting).plan(delete);
        }
        return new OtherChangePlanner(rewriting).plan((Statement.Merge) statement);
    }

    /** The protected table that is changed, if the first table is one. */
    private Optional<TableReference> target(List<FromItem> tables) {
        return tables.get(0) instanceof TableReference table
                        && declarations.resolve(table.name()).isPresent()
                ? Optional.of(table)
                : Optional.empty();
    }
}
