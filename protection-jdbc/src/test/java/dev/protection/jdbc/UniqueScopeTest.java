package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ConfigurationException;
import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** UNIQUE over an encrypted column means what it meant over the values, or is refused. */
class UniqueScopeTest {
    private static final String INSERT =
            "INSERT INTO page_contact (contact_id, client_id, full_name, email) VALUES (%d, '%s', '%s', '%s')";

    private static Shielded shielded(TestDatabase database, String scope) {
        return Shielded.on(
                database.freshDatabase(),
                text -> text.replace(
                        "email:      { category: email-address, encrypt: true,",
                        "email:      { category: email-address, encrypt: true, index-scope: " + scope + ","));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .cause()
                .isInstanceOfSatisfying(
                        ProtectionException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("PROT-SQL-UNIQUE-SCOPE"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void twoTenantsWithOneValueAreRefusedByADatabaseThatIsUniqueAcrossThem(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database, "root");
                Scope scope = Shielded.as("job", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            Shielded.run(connection, Shielded.CONTACTS, "CREATE UNIQUE INDEX mail ON page_contact (email)");
            Shielded.run(connection, INSERT.formatted(1, "acme", "Anna", "a@example.com"));
            assertThatThrownBy(() -> Shielded.run(connection, INSERT.formatted(2, "globex", "Bert", "a@example.com")))
                    .satisfies(thrown ->
                            assertThat(((SQLException) thrown).getSQLState()).startsWith("23"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aUniqueAcrossScopesIsRefusedAndOneWithTheTenantIsKept(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database, "tenant");
                Scope scope = Shielded.as("job", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            assertRefused(() -> Shielded.run(
                    connection, Shielded.CONTACTS.replace("email VARCHAR(200)", "email VARCHAR(200) UNIQUE")));
            Shielded.run(connection, Shielded.CONTACTS);
            assertRefused(() -> Shielded.run(connection, "CREATE UNIQUE INDEX mail ON page_contact (email)"));
            assertRefused(() ->
                    Shielded.run(connection, "ALTER TABLE page_contact ADD CONSTRAINT mail UNIQUE (email, full_name)"));
            Shielded.run(connection, "ALTER TABLE page_contact ADD CONSTRAINT mail UNIQUE (client_id, email)");
            Shielded.run(
                    connection,
                    INSERT.formatted(1, "acme", "Anna", "a@example.com"),
                    INSERT.formatted(2, "globex", "Bert", "a@example.com"));
            assertThatThrownBy(() -> Shielded.run(connection, INSERT.formatted(3, "acme", "Cleo", "a@example.com")))
                    .satisfies(thrown ->
                            assertThat(((SQLException) thrown).getSQLState()).startsWith("23"));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aTableThatHasSuchAnIndexAlreadyIsNotUsed(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database, "controller");
                Scope scope = Shielded.as("job", "acme")) {
            try (Connection connection = shielded.dataSource().getConnection()) {
                Shielded.run(connection, Shielded.CONTACTS);
            }
            shielded.beneath("CREATE UNIQUE INDEX mail ON page_contact (email_index)");
            assertThatThrownBy(() -> ProtectedDataSource.wrap(new UrlDataSource(shielded.url()), shielded.protection())
                            .getConnection())
                    .hasCauseInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("datasets.page_contact: a UNIQUE over an encrypted column");
        }
    }
}
