package dev.protection.jdbc.proxy;

import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A protected connection with a toy session over a fresh database, and the raw one beside it. */
final class WrapperBench implements AutoCloseable {
    final TestDatabase database;
    final ToySession session = new ToySession();
    final Connection raw;
    final Connection connection;

    WrapperBench(TestDatabase database) throws SQLException {
        this.database = database;
        String url = database.freshDatabase();
        this.raw = DriverManager.getConnection(url);
        try (Statement statement = raw.createStatement()) {
            statement.execute(ToySession.createTable(database));
        }
        this.connection = ProtectedConnection.over(DriverManager.getConnection(url), c -> session, "facade");
    }

    void insert(String owner, @Nullable String name, String note) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ToySession.INSERT)) {
            insert.setString(1, owner);
            insert.setString(2, name);
            insert.setString(3, note);
            insert.executeUpdate();
        }
    }

    void insertMany(int rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ToySession.INSERT)) {
            for (int i = 0; i < rows; i++) {
                insert.setString(1, "t");
                insert.setString(2, "name " + i);
                insert.setString(3, "note " + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        raw.close();
    }
}
