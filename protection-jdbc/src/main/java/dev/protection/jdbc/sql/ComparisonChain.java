package dev.protection.jdbc.sql;

/** Refuses comparisons of comparisons that are not in brackets: PostgreSQL forbids them, MariaDB surprises with them. */
final class ComparisonChain {
    private final TokenStream tokens;
    private boolean compared;

    ComparisonChain(TokenStream tokens) {
        this.tokens = tokens;
    }

    void add(Operator operator) {
        boolean again = switch (tokens.dialect()) {
            case POSTGRESQL -> operator.form() == Operator.Form.COMPARISON && operator.level() == 5;
            case MARIADB -> operator.comparing();
            case H2 -> false;
        };
        if (again && compared) {
            throw tokens.refused();
        }
        boolean keeps = tokens.in(Dialect.MARIADB) && operator.form() != Operator.Form.LOGICAL;
        compared = again || (keeps && compared);
    }
}
