package dev.protection.jdbc.sql;

/**
 * An operator that follows an operand.
 *
 * @param form how it is continued
 * @param level how tightly it binds
 * @param tokens how many tokens it is written with
 * @param text its symbol or word
 * @param negated whether NOT stands before it
 */
record Operator(Form form, int level, int tokens, String text, boolean negated) {
    /** How an operator is continued. */
    enum Form {
        /** AND, OR, XOR and their kin. */
        LOGICAL,
        /** A symbol that compares. */
        COMPARISON,
        /** A symbol that computes. */
        COMPUTED,
        /** IS. */
        IS,
        /** ISNULL, NOTNULL. */
        NULL_TEST,
        /** BETWEEN. */
        BETWEEN,
        /** IN. */
        IN,
        /** LIKE and its kin. */
        PATTERN,
        /** A type after a double colon. */
        CAST,
        /** An index in square brackets. */
        SUBSCRIPT,
        /** A field of a row in brackets. */
        FIELD,
        /** COLLATE. */
        COLLATE,
        /** AT TIME ZONE. */
        AT_ZONE,
        /** OPERATOR(schema.symbol). */
        NAMED,
        /** MariaDB's assignment to a variable. */
        ASSIGN,
        /** FORMAT JSON. */
        FORMAT,
        /** A string that goes on in another string. */
        STRING
    }

    /** Whether it only goes on with what another operator began. */
    boolean continues(Operator other) {
        return form == other.form && level == other.level;
    }

    /** Whether MariaDB would chain it with its neighbour, so that a reader is easily misled. */
    boolean comparing() {
        return switch (form) {
            case COMPARISON, IS, NULL_TEST, BETWEEN, IN, PATTERN -> true;
            default -> false;
        };
    }
}
