package dev.protection.jdbc.sql;

import dev.protection.jdbc.sql.Statement.Assignment;
import dev.protection.jdbc.sql.Statement.Upsert;
import dev.protection.jdbc.sql.UpsertPlanner.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code ON CONFLICT ..}. */
final class ConflictParser {
    private final Grammar grammar;
    private final TokenStream tokens;
    private final List<Expression> target = new ArrayList<>();
    private Optional<Expression> partial = Optional.empty();
    private Optional<Name> constraint = Optional.empty();

    ConflictParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Upsert parse(Token at) {
        tokens.expect("on", "conflict");
        target();
        tokens.expect("do");
        if (tokens.accept("nothing")) {
            return upsert(at, Form.NOTHING, List.of(), Optional.empty());
        }
        tokens.expect("update", "set");
        List<Assignment> assignments = grammar.changes().assignments();
        return upsert(at, Form.UPDATE, assignments, condition());
    }

    private Upsert upsert(Token at, Form form, List<Assignment> assignments, Optional<Expression> condition) {
        return new Upsert(at.span(), form, target, partial, constraint, assignments, condition);
    }

    private void target() {
        if (tokens.accept("on", "constraint")) {
            constraint = Optional.of(tokens.name());
        } else if (tokens.acceptSymbol("(")) {
            do {
                target.add(grammar.expressions().parse());
                if (tokens.atName()) {
                    target.add(new Expression.Variable(tokens.peek().span())); // an operator class: not followed
                    tokens.qualifiedName();
                }
            } while (tokens.acceptSymbol(","));
            tokens.expectSymbol(")");
            partial = condition();
        }
    }

    private Optional<Expression> condition() {
        return tokens.accept("where") ? Optional.of(grammar.expressions().parse()) : Optional.empty();
    }
}
