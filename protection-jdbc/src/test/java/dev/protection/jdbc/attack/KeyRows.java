package dev.protection.jdbc.attack;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The key store's rows, beneath the library. */
final class KeyRows {
    private KeyRows() {}

    /** The id of the key that a cell names. */
    static long idOf(byte[] cell) {
        return ByteBuffer.wrap(cell).getLong(1);
    }

    static byte[] wrapped(Connection beneath, long id) throws SQLException {
        try (PreparedStatement query =
                beneath.prepareStatement("SELECT wrapped FROM " + table(beneath) + " WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    static void exchange(Connection beneath, long id, byte[] wrapped) throws SQLException {
        try (PreparedStatement change =
                beneath.prepareStatement("UPDATE " + table(beneath) + " SET wrapped = ? WHERE id = ?")) {
            change.setBytes(1, wrapped);
            change.setLong(2, id);
            change.executeUpdate();
        }
    }

    private static String table(Connection beneath) throws SQLException {
        return schema(beneath) + ".subject_key";
    }

    /** Where the library's tables are: a schema, on MariaDB a database beside the application's. */
    static String schema(Connection beneath) throws SQLException {
        boolean mariaDb = beneath.getMetaData().getDatabaseProductName().startsWith("MariaDB");
        return mariaDb ? beneath.getCatalog() + "_protection" : "protection";
    }
}
