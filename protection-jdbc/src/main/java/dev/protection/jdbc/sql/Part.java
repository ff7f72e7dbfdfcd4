package dev.protection.jdbc.sql;

import java.util.List;

/**
 * A statement of its own, made of stretches of another one.
 *
 * @param sql its text
 * @param arguments what its parameters stand for, in order: the number of a parameter of the whole statement, or, below
 *     zero, the number of a column of the row at hand
 */
public record Part(String sql, List<Integer> arguments) {
    /**
     * Copies the arguments.
     *
     * @param sql its text
     * @param arguments what its parameters stand for
     */
    public Part {
        arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
        return "Part with " + arguments.size() + " parameters";
    }
}
