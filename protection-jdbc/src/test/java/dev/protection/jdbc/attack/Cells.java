package dev.protection.jdbc.attack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads and writes stored cells beneath the library, as somebody does who holds the database. */
final class Cells {
    private final Connection beneath;

    Cells(Connection beneath) {
        this.beneath = beneath;
    }

    /** The stored bytes that a query finds. */
    byte[] get(String query) throws SQLException {
        try (Statement statement = beneath.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    /**
     * Stores bytes.
     *
     * @param change an UPDATE with one parameter
     * @param cell the bytes
     */
    void put(String change, byte[] cell) throws SQLException {
        try (PreparedStatement statement = beneath.prepareStatement(change)) {
            statement.setBytes(1, cell);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the attack reached no row: " + change);
            }
        }
    }
}
