package dev.protection.jdbc.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of an expression with a mark in the place of each operand.
 *
 * @param tokens words in lower case, symbols, and {@link #OPERAND}
 */
record Shape(List<String> tokens) {
    static final String OPERAND = "#";

    static Shape of(Span span, List<Expression> operands, Rewriting rewriting) {
        List<String> shape = new ArrayList<>();
        int operand = 0;
        for (Token token : rewriting.tokens(span)) {
            while (operand < operands.size() && operands.get(operand).span().end() <= token.start()) {
                operand++;
            }
            boolean inside =
                    operand < operands.size() && operands.get(operand).span().start() <= token.start();
            if (!inside) {
                shape.add(text(token, rewriting));
            } else if (operands.get(operand).span().start() == token.start()) {
                shape.add(OPERAND);
            }
        }
        return new Shape(shape);
    }

    private static String text(Token token, Rewriting rewriting) {
        return switch (token.kind()) {
            case WORD, SYMBOL -> token.text();
            case NUMBER -> token.span().of(rewriting.sql());
            default -> "\"";
        };
    }

    /** Whether it is these tokens, written with blanks between. */
    boolean is(String wanted) {
        return String.join(" ", tokens).equals(wanted);
    }

    int size() {
        return tokens.size();
    }

    String at(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : "";
    }

    /** The tokens from one on to before the other, with blanks between. */
    String part(int from, int to) {
        return String.join(" ", tokens.subList(Math.min(from, to), to));
    }
}
