package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The driver's description of the database, under the protected connection. */
final class ProtectedDatabaseMetaData extends DelegatingDatabaseMetaData {
    private final DatabaseMetaData raw;
    private final ProtectedConnection connection;

    ProtectedDatabaseMetaData(DatabaseMetaData raw, ProtectedConnection connection) {
        this.raw = raw;
        this.connection = connection;
    }

    @Override
    DatabaseMetaData delegate() {
        return raw;
    }

    @Override
    ResultSet rows(ResultSet rows) {
        return new IdentityResultSet(rows, connection, null);
    }

    @Override
    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return new ColumnRows(raw.getColumns(catalog, schema, table, column), connection);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connection;
    }
}
