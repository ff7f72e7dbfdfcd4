package dev.protection.jdbc.sql;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How tightly operators bind: the higher, the tighter.
 *
 * <p>PostgreSQL 17: manual 4.1.6. MariaDB: "Operator Precedence" of its manual. H2: the chain of productions in its
 * grammar. The numbers only order the operators of one dialect.
 */
final class Precedence {
    private static final Map<String, Integer> POSTGRESQL = Map.ofEntries(
            Map.entry("<", 5),
            Map.entry(">", 5),
            Map.entry("=", 5),
            Map.entry("<=", 5),
            Map.entry(">=", 5),
            Map.entry("<>", 5),
            Map.entry("!=", 5),
            Map.entry("+", 8),
            Map.entry("-", 8),
            Map.entry("*", 9),
            Map.entry("/", 9),
            Map.entry("%", 9),
            Map.entry("^", 10));
    private static final Map<String, Integer> MARIADB = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 3),
            Map.entry("=", 6),
            Map.entry("<=>", 6),
            Map.entry("<", 6),
            Map.entry(">", 6),
            Map.entry("<=", 6),
            Map.entry(">=", 6),
            Map.entry("<>", 6),
            Map.entry("!=", 6),
            Map.entry("|", 7),
            Map.entry("&", 8),
            Map.entry("<<", 9),
            Map.entry(">>", 9),
            Map.entry("+", 10),
            Map.entry("-", 10),
            Map.entry("*", 11),
            Map.entry("/", 11),
            Map.entry("%", 11),
            Map.entry("^", 12),
            Map.entry("->", 16),
            Map.entry("->>", 16));
    private static final Map<String, Integer> H2 = Map.ofEntries(
            Map.entry("=", 5),
            Map.entry("<", 5),
            Map.entry(">", 5),
            Map.entry("<=", 5),
            Map.entry(">=", 5),
            Map.entry("<>", 5),
            Map.entry("!=", 5),
            Map.entry("&&", 5),
            Map.entry("~", 5),
            Map.entry("!~", 5),
            Map.entry("!~*", 5),
            Map.entry("||", 7),
            Map.entry("+", 8),
            Map.entry("-", 8),
            Map.entry("*", 9),
            Map.entry("/", 9),
            Map.entry("%", 9));

    static final int LOWEST = 0;
    static final int OR = 1;
    static final int XOR = 2;
    static final int ANY_OPERATOR = 7;
    static final int AT_ZONE = 11;
    static final int SUBSCRIPT = 14;
    static final int CAST = 15;
    static final int FIELD = 16;

    private final Dialect dialect;

    Precedence(Dialect dialect) {
        this.dialect = dialect;
    }

    private int level(int postgresql, int mariadb, int h2) {
        return switch (dialect) {
            case POSTGRESQL -> postgresql;
            case MARIADB -> mariadb;
            case H2 -> h2;
        };
    }

    /** Empty for an unknown symbol; PostgreSQL lets users add operators, which all bind alike. */
    OptionalInt symbol(String symbol) {
        Map<String, Integer> known = switch (dialect) {
            case POSTGRESQL -> POSTGRESQL;
            case MARIADB -> MARIADB;
            case H2 -> H2;
        };
        Integer found = known.get(symbol);
        if (found != null) {
            return OptionalInt.of(found);
        }
        return dialect == Dialect.POSTGRESQL ? OptionalInt.of(ANY_OPERATOR) : OptionalInt.empty();
    }

    int and() {
        return level(2, 3, 2);
    }

    int not() {
        return level(3, 4, 3);
    }

    int is() {
        return level(4, 6, 5);
    }

    int comparison() {
        return level(5, 6, 5);
    }

    int membership() {
        return level(6, 6, 5);
    }

    int between() {
        return level(6, 5, 5);
    }

    /** The least level of the bounds of BETWEEN. */
    int bound() {
        return level(6, 6, 5);
    }

    int pattern() {
        return level(6, 6, 5);
    }

    int escape() {
        return level(6, 14, 5);
    }

    int sign() {
        return level(13, 13, 10);
    }

    int collate() {
        return level(12, 15, 12);
    }
}
