package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out which expressions are texts that are known when the statement runs. */
final class TextValues {
    private static final Set<String> UPPER = Set.of("upper", "ucase");
    private static final Set<String> LOWER = Set.of("lower", "lcase");

    private static final String MARKS = "\\%_!#$&*+/:;<=>?@^|~";

    private final String sql;
    private final Dialect dialect;
    private final boolean pipesConcatenate;
    private final LiteralValues literals;

    TextValues(Rewriting rewriting) {
        this.sql = rewriting.sql();
        this.dialect = rewriting.dialect();
        this.pipesConcatenate = rewriting.mode().pipesConcatenate();
        this.literals = new LiteralValues(sql, dialect, rewriting.mode());
    }

    /** Whether a call turns its one argument into upper case (true) or lower case (false); empty for any other. */
    static Optional<Boolean> cased(Expression.Call call) {
        boolean simple = call.arguments().size() == 1
                && call.name().size() == 1
                && !call.star()
                && !call.distinct()
                && !call.window();
        if (simple && UPPER.contains(call.function())) {
            return Optional.of(true);
        }
        return simple && LOWER.contains(call.function()) ? Optional.of(false) : Optional.empty();
    }

    Optional<TextValue> of(Expression expression) {
        if (expression instanceof Expression.Parenthesised brackets) {
            return of(brackets.inner());
        }
        if (expression instanceof Expression.Parameter parameter) {
            return Optional.of(new TextValue.Param(parameter.logical()));
        }
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        return expression instanceof Expression.Compound compound && bars(compound)
                ? joined(compound.operands(), false)
                : Optional.empty();
    }

    private Optional<TextValue> literal(Expression.Literal literal) {
        Optional<Value> value = literals.any(literal);
        if (value.isPresent() && value.get() instanceof Value.Null) {
            return Optional.of(new TextValue.Fixed(Optional.empty()));
        }
        return value.isPresent() && value.get() instanceof Value.Literal found && found.value() instanceof String text
                ? Optional.of(new TextValue.Fixed(Optional.of(text)))
                : Optional.empty();
    }

    private Optional<TextValue> call(Expression.Call call) {
        Optional<Boolean> cased = cased(call);
        if (cased.isPresent()) {
            return of(call.arguments().get(0)).map(text -> new TextValue.Cased(cased.get(), text));
        }
        boolean simple = call.name().size() == 1
                && !call.distinct()
                && !call.window()
                && !call.arguments().isEmpty();
        if (simple && call.function().equals("replace") && call.arguments().size() == 3) {
            return replaced(call.arguments());
        }
        return simple && call.function().equals("concat")
                ? joined(call.arguments(), dialect != Dialect.MARIADB)
                : Optional.empty();
    }

    /** MariaDB may search by a collation: marks are equal to themselves alone in all of them. */
    private Optional<TextValue> replaced(List<Expression> arguments) {
        Optional<TextValue> text = of(arguments.get(0));
        Optional<String> searched = fixed(arguments.get(1))
                .filter(fixed -> !fixed.isEmpty()
                        && (dialect != Dialect.MARIADB || fixed.chars().allMatch(c -> MARKS.indexOf(c) >= 0)));
        Optional<String> replacement = fixed(arguments.get(2));
        return text.isPresent() && searched.isPresent() && replacement.isPresent()
                ? Optional.of(new TextValue.Replaced(text.get(), searched.get(), replacement.get()))
                : Optional.empty();
    }

    private Optional<String> fixed(Expression expression) {
        return of(expression).flatMap(text -> text instanceof TextValue.Fixed fixed ? fixed.text() : Optional.empty());
    }

    private Optional<TextValue> joined(List<Expression> operands, boolean nullIsEmpty) {
        List<TextValue> parts = new ArrayList<>();
        for (Expression operand : operands) {
            Optional<TextValue> part = of(operand);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new TextValue.Joined(parts, nullIsEmpty));
    }

    /** Two bars put texts together, but in MariaDB they may mean OR. */
    private boolean bars(Expression.Compound compound) {
        List<Expression> operands = compound.operands();
        boolean all = pipesConcatenate && operands.size() > 1;
        for (int i = 1; all && i < operands.size(); i++) {
            int from = operands.get(i - 1).span().end();
            all = sql.substring(from, operands.get(i).span().start()).strip().equals("||");
        }
        return all;
    }
}
