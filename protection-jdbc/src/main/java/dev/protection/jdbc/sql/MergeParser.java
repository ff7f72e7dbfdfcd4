package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Statement.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads MERGE, so far that it is known which tables and columns it touches. */
final class MergeParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final List<Expression> expressions = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<Statement.Branch> branches = new ArrayList<>();
    private boolean followed = true;

    MergeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Statement parse(Token first, List<Query.CommonTable> with) {
        tokens.take();
        tokens.expect("into");
        TableParser tables = grammar.sources().tables();
        TableReference table = tables.target();
        Optional<FromItem> using = Optional.empty();
        if (tokens.in(Dialect.H2) && (tokens.anyWord("key", "values", "select") || tokens.symbol("("))) {
            return keyed(first, with, table);
        } else {
            table = tables.aliased(table);
            tokens.expect("using");
            using = Optional.of(grammar.sources().one());
            tokens.expect("on");
            expressions.add(grammar.expressions().parse());
            branches();
        }
        followed &= grammar.changes().returning().isEmpty();
        return new Statement.Merge(
                tokens.since(first), with, table, using, expressions, assignments, followed ? branches : List.of());
    }

    /** H2's {@code MERGE INTO t (columns) KEY (columns) VALUES ..}. */
    private Statement keyed(Token first, List<Query.CommonTable> with, TableReference table) {
        List<Name> columns = tokens.symbol("(") && !tokens.word(1, "select") ? tokens.names() : List.of();
        List<Expression> keys = new ArrayList<>();
        if (tokens.accept("key")) {
            tokens.names().forEach(name -> keys.add(new Expression.Column(name.span(), List.of(name))));
        }
        Query query = grammar.queries().parse();
        boolean rows = query.body() instanceof Query.Rows
                && query.with().isEmpty()
                && query.order().isEmpty();
        Statement.Upsert upsert = new Statement.Upsert(
                first.span(),
                UpsertPlanner.Form.MERGE,
                keys,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Statement.Insert(
                tokens.since(first),
                with,
                table,
                columns,
                rows ? ((Query.Rows) query.body()).rows() : List.of(),
                rows ? Optional.empty() : Optional.of(query),
                Optional.of(upsert),
                List.of());
    }

    private void branches() {
        if (!tokens.word("when")) {
            throw tokens.refused();
        }
        while (tokens.accept("when")) {
            boolean matched = !tokens.accept("not");
            tokens.expect("matched");
            if (tokens.accept("by")) {
                followed = false;
                tokens.take();
            }
            if (tokens.accept("and")) {
                followed = false;
                expressions.add(grammar.expressions().parse());
            }
            tokens.expect("then");
            branch(matched);
        }
    }

    private void branch(boolean matched) {
        if (tokens.accept("delete") || tokens.accept("do", "nothing")) {
            followed = false;
            return;
        }
        if (tokens.accept("update")) {
            tokens.expect("set");
            List<Assignment> changed = grammar.changes().assignments();
            assignments.addAll(changed);
            branches.add(new Statement.Branch(matched, changed, List.of(), List.of()));
            return;
        }
        tokens.expect("insert");
        List<Name> columns = tokens.symbol("(") ? tokens.names() : List.of();
        if (tokens.accept("overriding")) {
            followed = false;
            tokens.take();
            tokens.expect("value");
        }
        if (tokens.accept("default", "values")) {
            followed = false;
            return;
        }
        tokens.expect("values");
        List<Expression> values = new RowsParser(grammar).list();
        expressions.addAll(values);
        branches.add(new Statement.Branch(matched, List.of(), columns, values));
    }
}
