package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The tables of persons from whom reading statements stay away, and of those who consent, as such a statement names them.
 *
 * @param dialect how the database writes
 * @param name the quoted and qualified table of whom statements stay away from
 * @param consents the quoted and qualified table of who consents
 */
public record WithheldTable(Dialect dialect, String name, String consents) {
    /**
     * Checks the parts.
     *
     * @param dialect how the database writes
     * @param name the table
     * @param consents the other
     */
    public WithheldTable {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(consents, "consents");
    }

    /**
     * Finds the table beside the application's.
     *
     * @param connection the application's connection, as the driver made it
     * @return the table
     * @throws SQLException when the connection cannot say which database it leads to
     */
    public static WithheldTable of(Connection connection) throws SQLException {
        StoreSchema schema = StoreSchema.of(connection);
        return new WithheldTable(
                schema.dialect(), schema.sql("protection.subject_withheld"), schema.sql("protection.subject_consent"));
    }
}
