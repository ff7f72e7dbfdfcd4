package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans a statement that may touch protected tables. */
final class Planner {
    private static final Set<String> DEFINITIONS = Set.of("create", "drop", "alter", "truncate", "comment");
    private static final Set<String> OTHERS =
            Set.of("select", "with", "values", "table", "insert", "update", "delete", "merge", "replace");

    private final Declarations declarations;
    private final ViewExpansion views;

    Planner(Declarations declarations) {
        this.declarations = declarations;
        this.views = new ViewExpansion(declarations);
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
        if (first.word("explain")) {
            return new ExplainPlanner(declarations).plan(sql, tokens);
        }
        boolean known = first.symbol("(") || OTHERS.contains(first.text());
        if (first.kind() == Token.Kind.QUOTED || !known) {
            throw SqlRefusal.STATEMENT.at(first.start());
        }
        Plan plan = plan(sql, tokens);
        parts(plan).forEach(this::check);
        return plan;
    }

    /** Plans it with the queries of its views in their places. */
    private Plan plan(String sql, List<Token> tokens) {
        Rewriting rewriting = new Rewriting(sql, tokens, declarations);
        Statement statement = new Parser(sql, declarations.dialect(), tokens).statement();
        try {
            return plan(statement, rewriting);
        } catch (SqlRefused refused) {
            boolean view = refused.refusal() == SqlRefusal.VIEW;
            Optional<String> expanded =
                    view ? rewriting.view().flatMap(met -> views.expanded(sql, met)) : Optional.empty();
            if (expanded.isEmpty()) {
                throw refused;
            }
            Plan plan = expandedPlan(expanded.get(), refused.offset());
            return plan instanceof Untouched ? new Untouched(sql) : plan;
        }
    }

    private Plan expandedPlan(String sql, int view) {
        try {
            return plan(sql, Tokenizer.tokens(sql, declarations.dialect(), declarations.mode()));
        } catch (SqlRefused refused) {
            throw refused.refusal().at(view); // the query's own places are not the application's
        }
    }

    private void check(Part part) {
        try {
            plan(part.sql());
        } catch (SqlRefused refused) {
            throw refused.refusal().at(0); // the part's own places are not the application's
        }
    }

    /** The statements that it is run as; they are refused before the first is sent. */
    private static List<Part> parts(Plan plan) {
        if (plan instanceof CopyPlan copy) {
            return copy.sources().stream()
                    .flatMap(source -> Stream.of(source.query(), source.insert()))
                    .toList();
        }
        if (plan instanceof UpsertPlan upsert) {
            Stream<Optional<Part>> rows = upsert.rows().stream()
                    .flatMap(row -> Stream.of(row.conflict(), Optional.of(row.insert()), row.change(), row.assigned()));
            Optional<Part> shown = upsert.returned().map(returned -> returned.part(1, false));
            return Stream.concat(rows, Stream.of(shown))
                    .flatMap(Optional::stream)
                    .toList();
        }
        if (plan instanceof ReturningPlan returning) {
            return List.of(returning.insert(), returning.returned().part(1, false));
        }
        if (!(plan instanceof RowsPlan rows)) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(List.of(rows.query(), rows.change()));
        rows.returned().ifPresent(returned -> parts.add(returned.part(1, false)));
        return parts;
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
            Optional<TableReference> target = new ChangedTable(declarations).of(update);
            return target.isPresent()
                    ? new UpdatePlanner(rewriting).plan(update, target.get())
                    : new OtherChangePlanner(rewriting).plan(update);
        }
        if (statement instanceof Statement.Delete delete) {
            Optional<TableReference> target = new ChangedTable(declarations).of(delete);
            return target.isPresent()
                    ? new DeletePlanner(rewriting).plan(delete, target.get())
                    : new OtherChangePlanner(rewriting).plan(delete);
        }
        Statement.Merge merge = (Statement.Merge) statement;
        Optional<ProtectedTable> merged = declarations.resolve(merge.table().name());
        return merged.isPresent()
                ? new MergePlanner(rewriting, merge, merged.get()).plan()
                : new OtherChangePlanner(rewriting).plan(merge);
    }
}
