package dev.protection.jdbc;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.RequestId;
import dev.protection.rights.SubjectRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Three contacts of one tenant, and what an agent does with them for one purpose or another. */
final class Persons {
    private Persons() {}

    static Scope as(String purpose) {
        return ProtectionContext.of(Actor.of("user-7", "agent", "acme"), purpose, TenantId.of("acme"))
                .open();
    }

    static SubjectRef contact(Object id) {
        return SubjectRef.of(TenantId.of("acme"), "contact", id);
    }

    static void insert(Connection connection, int id, String name) throws SQLException {
        Shielded.run(
                connection,
                "INSERT INTO page_contact (contact_id, client_id, full_name, city) VALUES (" + id + ", 'acme', '" + name
                        + "', 'Oulu')");
    }

    /** A connection to a database that holds Ann, Ben and Cid, numbered from 1. */
    static Connection filled(Shielded shielded) throws SQLException {
        Connection connection = shielded.dataSource().getConnection();
        try (Scope scope = as("support")) {
            Shielded.run(connection, Shielded.CONTACTS);
            insert(connection, 1, "Ann");
            insert(connection, 2, "Ben");
            insert(connection, 3, "Cid");
        }
        return connection;
    }

    static List<String> names(Connection connection, String purpose) throws SQLException {
        try (Scope scope = as(purpose)) {
            return Shielded.strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id");
        }
    }

    /** Runs a query of one number for a purpose. */
    static int counted(PreparedStatement count, String purpose) throws SQLException {
        try (Scope scope = as(purpose);
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    static RequestId submit(Shielded shielded, SubjectRequest request) {
        try (Scope scope = as("support")) {
            return shielded.protection().rights().submit(request);
        }
    }
}
