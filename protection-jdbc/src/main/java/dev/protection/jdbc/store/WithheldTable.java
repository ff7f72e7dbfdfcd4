package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * The table of persons from whom reading statements stay away, as such a statement names it.
 *
 * @param dialect how the database writes
 * @param name the quoted and qualified table
 */
public record WithheldTable(Dialect dialect, String name) {
    /**
     * Checks the parts.
     *
     * @param dialect how the database writes
     * @param name the table
     */
    public WithheldTable {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(name, "name");
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
        return new WithheldTable(schema.dialect(), schema.sql("protection.subject_withheld"));
    }
}
