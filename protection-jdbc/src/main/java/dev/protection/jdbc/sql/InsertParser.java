package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Statement.Assignment;
import dev.protection.jdbc.sql.Statement.Upsert;
import dev.protection.jdbc.sql.UpsertPlanner.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads INSERT, and MariaDB's REPLACE. */
final class InsertParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final List<Name> columns = new ArrayList<>();
    private final List<List<Expression>> rows = new ArrayList<>();
    private Optional<Upsert> upsert = Optional.empty();
    private Optional<Query> query = Optional.empty();

    InsertParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Statement parse(Token first, List<Query.CommonTable> with) {
        Token verb = tokens.take();
        if (verb.word("replace") && !tokens.in(Dialect.MARIADB)) {
            throw tokens.refused();
        }
        upsertIf(verb.word("replace"), verb, Form.REPLACE);
        options();
        if (!tokens.accept("into") && !tokens.in(Dialect.MARIADB)) {
            throw tokens.refused();
        }
        TableReference table = table();
        columns();
        if (tokens.accept("overriding")) {
            tokens.take();
            tokens.expect("value");
        }
        contents();
        conflict();
        List<SelectItem> returning = grammar.changes().returning();
        return new Statement.Insert(tokens.since(first), with, table, columns, rows, query, upsert, returning);
    }

    private void upsertIf(boolean condition, Token at, Form form) {
        if (condition) {
            upsert = Optional.of(Upsert.of(at.span(), form));
        }
    }

    private void options() {
        while (tokens.in(Dialect.MARIADB) && tokens.anyWord("low_priority", "delayed", "high_priority", "ignore")) {
            Token option = tokens.take();
            upsertIf(option.word("ignore"), option, Form.NOTHING);
        }
    }

    private TableReference table() {
        TableReference table = grammar.sources().tables().target();
        if (tokens.in(Dialect.POSTGRESQL) && tokens.accept("as")) {
            Name alias = tokens.anyName();
            return new TableReference(tokens.since(table), table.name(), table.only(), Optional.of(alias), List.of());
        }
        return table;
    }

    private void columns() {
        boolean list = tokens.symbol("(") && !(tokens.peek(1).symbol("(") || queryInBrackets());
        if (!list) {
            return;
        }
        if (tokens.in(Dialect.MARIADB) && tokens.symbol(1, ")")) {
            tokens.skip(2);
            return;
        }
        tokens.take();
        do {
            columns.add(column());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
    }

    private boolean queryInBrackets() {
        return tokens.word(1, "select") || tokens.word(1, "with") || tokens.word(1, "values");
    }

    /** Of {@code t.column} the column; an element of an array is refused. */
    private Name column() {
        Name name = tokens.anyName();
        while (tokens.acceptSymbol(".")) {
            name = tokens.anyName();
        }
        return name;
    }

    private void contents() {
        boolean mariadb = tokens.in(Dialect.MARIADB);
        if (tokens.accept("default", "values")) {
            return;
        }
        if (!tokens.in(Dialect.POSTGRESQL) && tokens.accept("set")) {
            setForm();
        } else if (tokens.word("values") || (mariadb && tokens.word("value"))) {
            values();
        } else {
            query = Optional.of(grammar.queries().parse());
        }
    }

    /** {@code SET a = 1, b = 2} is another way to write columns and one row. */
    private void setForm() {
        List<Assignment> assignments = grammar.changes().assignments();
        List<Expression> row = new ArrayList<>();
        for (Assignment assignment : assignments) {
            if (assignment.columns().size() != 1 || assignment.element()) {
                throw tokens.refused();
            }
            List<Name> column = assignment.columns().get(0);
            columns.add(column.get(column.size() - 1));
            row.add(assignment.value());
        }
        rows.add(row);
        upsertIf(upsert.isEmpty(), tokens.last(), Form.PLAIN);
    }

    private void values() {
        Query.Rows read = new RowsParser(grammar).parse();
        rows.addAll(read.rows());
        if (grammar.queries().atContinuation()) {
            throw tokens.refused();
        }
        if (tokens.word("as")) {
            throw tokens.refused();
        }
    }

    private void conflict() {
        Token at = tokens.peek();
        boolean conflict = tokens.words("on", "conflict");
        boolean duplicate = tokens.words("on", "duplicate");
        if ((conflict || duplicate)
                && upsert.filter(known -> known.form() != Form.PLAIN).isPresent()) {
            throw tokens.refused();
        }
        if (conflict) {
            upsert = Optional.of(new ConflictParser(grammar).parse(at));
        } else if (duplicate) {
            tokens.expect("on", "duplicate", "key", "update");
            List<Assignment> assignments = grammar.changes().assignments();
            upsert = Optional.of(new Upsert(
                    at.span(),
                    Form.UPDATE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    assignments,
                    Optional.empty()));
        }
    }
}
