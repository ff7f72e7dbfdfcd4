package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a foreign key would do to protected rows behind the library's back is refused. */
class CascadeTest {
    private static final String MESSAGE = "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, contact_id INT,"
            + " client_id VARCHAR(40) NOT NULL, body VARCHAR(100), FOREIGN KEY (contact_id)"
            + " REFERENCES page_contact (contact_id) ON DELETE %s, FOREIGN KEY (client_id)"
            + " REFERENCES client (client_id) ON UPDATE CASCADE)";

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(SQLException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProtectionException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("PROT-SQL-CASCADE"));
    }

    private static void tables(Connection connection, String rule) throws SQLException {
        Shielded.run(
                connection,
                "CREATE TABLE owner (owner_id INT NOT NULL PRIMARY KEY)",
                "CREATE TABLE client (client_id VARCHAR(40) NOT NULL PRIMARY KEY, title VARCHAR(40), owner_id INT,"
                        + " FOREIGN KEY (owner_id) REFERENCES owner (owner_id) ON DELETE CASCADE)",
                Shielded.CONTACTS.replace(
                        "note VARCHAR(200))",
                        "note VARCHAR(200), FOREIGN KEY (client_id) REFERENCES client (client_id) ON DELETE CASCADE)"),
                MESSAGE.formatted(rule),
                "INSERT INTO owner (owner_id) VALUES (1)",
                "INSERT INTO client (client_id, title, owner_id) VALUES ('acme', 'Acme', 1)",
                "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (1, 'acme', 'Anna')",
                "INSERT INTO message (message_id, contact_id, client_id, body) VALUES (1, 1, 'acme', 'hello')");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatForeignKeysCarryOnIsRefused(TestDatabase database) throws SQLException {
        for (String rule : new String[] {"CASCADE", "SET NULL"}) {
            try (Shielded shielded = Shielded.on(database);
                    Scope scope = Shielded.as("agent", "acme");
                    Connection connection = shielded.dataSource().getConnection()) {
                tables(connection, rule);
                assertRefused(() -> Shielded.run(connection, "DELETE FROM page_contact WHERE contact_id = 1"));
                assertRefused(() -> Shielded.run(connection, "DELETE FROM client"));
                assertRefused(() -> Shielded.run(connection, "delete from OWNER where owner_id = 1"));
                assertRefused(() -> connection.prepareStatement("UPDATE client SET client_id = ?"));
                if (database == TestDatabase.POSTGRESQL) {
                    assertRefused(() -> Shielded.run(connection, "TRUNCATE TABLE client CASCADE"));
                }
                if (database == TestDatabase.MARIADB) {
                    assertRefused(() ->
                            Shielded.run(connection, "REPLACE INTO client (client_id, title) VALUES ('acme', 'x')"));
                }
                assertThat(shielded.raw("SELECT COUNT(*) FROM message WHERE contact_id = 1"))
                        .containsExactly("1");
                Shielded.run(
                        connection,
                        "UPDATE client SET title = 'Acme Oy' WHERE client_id = 'acme'",
                        "DELETE FROM message WHERE contact_id IN (SELECT contact_id FROM page_contact)");
                assertThat(shielded.raw("SELECT COUNT(*) FROM message")).containsExactly("0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void foreignKeysThatCarryNothingOnChangeNothing(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            Shielded.run(
                    connection,
                    Shielded.CONTACTS,
                    "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, contact_id INT,"
                            + " client_id VARCHAR(40) NOT NULL, body VARCHAR(100), FOREIGN KEY (contact_id)"
                            + " REFERENCES page_contact (contact_id))",
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (1, 'acme', 'Anna')",
                    "DELETE FROM page_contact WHERE contact_id = 1");
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("0");
        }
    }
}
