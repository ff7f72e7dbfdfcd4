package dev.protection.jdbc.sql;

import java.util.Locale;
import java.util.Optional;

/** The SQL of one database product: how text is cut into tokens, how names fold, how operators bind. */
public enum Dialect {
    /** PostgreSQL 17. */
    POSTGRESQL('"'),
    /** MariaDB 11. */
    MARIADB('`'),
    /** H2 2.x in its regular mode. */
    H2('"');

    private final char quote;

    Dialect(char quote) {
        this.quote = quote;
    }

    /**
     * Finds the dialect of a product.
     *
     * @param product what {@code DatabaseMetaData.getDatabaseProductName()} says
     * @return empty when the product is not supported
     */
    public static Optional<Dialect> of(String product) {
        return switch (product.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> Optional.of(POSTGRESQL);
            case "mariadb" -> Optional.of(MARIADB);
            case "h2" -> Optional.of(H2);
            default -> Optional.empty();
        };
    }

    /**
     * Quotes a name as it is stored.
     *
     * @param stored the exact name of a table or column
     * @return an identifier that names it whatever its letters are
     */
    public String quote(String stored) {
        String mark = String.valueOf(quote);
        return mark + stored.replace(mark, mark + mark) + mark;
    }

    /**
     * Folds a name written without quotes.
     *
     * @param written the name in the text
     * @return the name as the database looks for it
     */
    public String fold(String written) {
        return switch (this) {
            case POSTGRESQL -> written.toLowerCase(Locale.ROOT);
            case H2 -> written.toUpperCase(Locale.ROOT);
            case MARIADB -> written;
        };
    }
}
