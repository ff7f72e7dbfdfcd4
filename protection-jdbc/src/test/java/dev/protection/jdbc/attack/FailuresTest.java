package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.protection.ConfigurationException;
import dev.protection.MissingContextException;
import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.StoreUnavailableException;
import dev.protection.access.UnknownPurposeException;
import dev.protection.testing.servers.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientException;
import java.sql.SQLTransientException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is missing or down gives its own error, and nothing has changed then. */
class FailuresTest {
    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (9, 'acme', 'Nils')",
            "UPDATE page_contact SET full_name = 'Nils' WHERE contact_id = 1",
            "SELECT full_name FROM page_contact",
            "DELETE FROM page_contact WHERE contact_id = 1");

    /** What seals or opens; a row is deleted without any key. */
    private static final List<String> WITH_KEYS = STATEMENTS.subList(0, 3);

    /** Everything in the application's tables, as stored. */
    private static String dump(Connection beneath) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (String table : List.of("page_contact", "message", "invoice")) {
            all.append(Dump.of(beneath, table, "1"));
        }
        return all.toString();
    }

    private static void run(Node node, String sql) throws SQLException {
        try (Connection connection = node.connection()) {
            if (sql.startsWith("SELECT")) {
                Node.column(connection, sql);
            } else {
                Node.change(connection, sql);
            }
        }
    }

    private static void eachRefused(
            Node node,
            List<String> statements,
            Class<? extends SQLException> type,
            String state,
            Class<? extends ProtectionException> cause)
            throws SQLException {
        try (Connection beneath = node.beneath()) {
            String before = dump(beneath);
            for (String sql : statements) {
                assertThatThrownBy(() -> run(node, sql))
                        .as(sql)
                        .isInstanceOf(type)
                        .hasMessageNotContaining("Nils")
                        .hasCauseInstanceOf(cause)
                        .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState())
                                .isEqualTo(state));
            }
            assertThat(dump(beneath)).isEqualTo(before);
        }
    }

    private static Node nodeWithPeople(TestDatabase database) throws SQLException {
        Node node = Node.on(database.freshDatabase(), State.fresh());
        try (Connection connection = node.connection()) {
            People.threeOn(connection);
        }
        return node;
    }

    @ParameterizedTest
    @EnumSource
    void withoutContextNothingIsDone(TestDatabase database) throws SQLException {
        try (Node node = nodeWithPeople(database)) {
            eachRefused(
                    node,
                    STATEMENTS,
                    SQLInvalidAuthorizationSpecException.class,
                    "42501",
                    MissingContextException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forAnUnknownPurposeNothingIsDone(TestDatabase database) throws SQLException {
        try (Node node = nodeWithPeople(database);
                Scope scope = Node.as("agent", "supprt", "acme")) {
            eachRefused(
                    node,
                    STATEMENTS,
                    SQLInvalidAuthorizationSpecException.class,
                    "42501",
                    UnknownPurposeException.class);
            assertThatThrownBy(() -> run(node, STATEMENTS.get(2))).hasMessageContaining("support");
        }
    }

    /** The keys are in a database of their own, whose tables are taken away. */
    @ParameterizedTest
    @EnumSource
    void withTheKeyStoreDownNothingIsDone(TestDatabase database) throws SQLException {
        String keys = database.freshDatabase();
        State state = State.fresh();
        Path file = state.configuration();
        Path apart = state.with(file, "anchor:", "keys: { url: \"" + keys + "\" }, anchor:");
        Node first = Node.on(database.freshDatabase(), apart);
        try (Connection connection = first.connection()) {
            People.threeOn(connection);
        }
        try (Node node = first.again();
                Connection store = DriverManager.getConnection(keys);
                Scope scope = Node.as("agent", "support", "acme")) {
            String table = KeyRows.schema(store) + ".subject_key";
            String away = store.getMetaData().getDatabaseProductName().startsWith("MariaDB")
                    ? "RENAME TABLE " + table + " TO " + table + "_away"
                    : "ALTER TABLE " + table + " RENAME TO subject_key_away";
            Node.change(store, away);
            eachRefused(node, WITH_KEYS, SQLTransientException.class, "58030", StoreUnavailableException.class);
        } finally {
            first.close();
        }
    }

    @Test
    void aMalformedConfigurationNamesEveryProblemWithItsPlace() throws IOException {
        String inner = TestDatabase.H2.freshDatabase();
        State state = State.fresh();
        Path file = state.configuration();
        Path broken = state.with(file, "purposes: [onboarding, support]", "purposes: [onboarding, suport]");
        Path worse = state.with(broken, "profile: development", "profile: developement");
        Throwable refusal = catchThrowable(() -> Node.on(inner, worse));
        assertThat(refusal)
                .isInstanceOf(SQLNonTransientException.class)
                .hasCauseInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'suport', did you mean 'support'")
                .hasMessageContaining("'developement', did you mean 'development'")
                .hasMessageContaining(worse.getFileName() + ":");
        assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42000");
        assertThatThrownBy(() -> Node.on(inner, Files.writeString(state.folder().resolve("no.yaml"), "{ [")))
                .isInstanceOf(SQLNonTransientException.class)
                .hasCauseInstanceOf(ConfigurationException.class);
    }

    @Test
    void aConfigurationThatFailsLeavesNothingInTheDatabase() throws SQLException {
        String inner = TestDatabase.H2.freshDatabase();
        State state = State.fresh();
        assertThatThrownBy(() -> Node.on(inner, state.with(state.configuration(), "basis: consent", "basis: consnt")))
                .isInstanceOf(SQLException.class);
        try (Connection beneath = DriverManager.getConnection(inner)) {
            assertThat(Node.column(
                            beneath,
                            "SELECT schema_name FROM information_schema.schemata"
                                    + " WHERE LOWER(schema_name) = 'protection'"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRootKeyOfAnotherInstallationDoesNotStart(TestDatabase database) throws SQLException {
        String inner = database.freshDatabase();
        try (Node node = Node.on(inner, State.fresh());
                Connection connection = node.connection()) {
            People.threeOn(connection);
        }
        assertThatThrownBy(() -> Node.on(inner, State.fresh()))
                .isInstanceOf(SQLException.class)
                .hasCauseInstanceOf(ProtectionException.class)
                .hasMessageStartingWith("PROT-KEY");
    }
}
