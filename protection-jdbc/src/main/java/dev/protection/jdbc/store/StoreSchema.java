package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Where the library's own tables are: the schema {@code protection}, or on MariaDB, which has none, a database
 * {@code <name>_protection} beside the application's.
 */
record StoreSchema(Dialect dialect, String qualifier) {
    private static final String WRITTEN = "protection.";

    StoreSchema {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(qualifier, "qualifier");
    }

    static StoreSchema of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        Dialect dialect =
                Dialect.of(product).orElseThrow(() -> new SQLException("no store runs on " + product, "0A000"));
        String catalog = Objects.requireNonNullElse(connection.getCatalog(), "");
        return new StoreSchema(
                dialect, dialect == Dialect.MARIADB ? dialect.quote(catalog + "_protection") : "protection");
    }

    /** Statements are written for the schema {@code protection}; this puts in the real name. */
    String sql(String written) {
        return written.replace(WRITTEN, qualifier + ".");
    }

    /** As {@link #sql(String)}, for a statement that may create the schema itself. */
    String definition(String written) {
        return sql(written).replace("EXISTS protection", "EXISTS " + qualifier);
    }

    /** The dialect's own of three texts that mean the same. */
    String choose(String h2, String postgresql, String mariadb) {
        return switch (dialect) {
            case H2 -> h2;
            case POSTGRESQL -> postgresql;
            case MARIADB -> mariadb;
        };
    }
}
