package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that change what a text means are followed, or nothing protected is sent under them. */
class SessionModeTest {
    private static final String STRICT = "STRICT_TRANS_TABLES";

    private static void fill(Connection connection) throws SQLException {
        Shielded.run(
                connection,
                Shielded.CONTACTS,
                "INSERT INTO page_contact (contact_id, client_id, full_name, city)"
                        + " VALUES (1, 'acme', 'Anna', 'Oulu')");
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .satisfies(thrown ->
                        assertThat(((SQLException) thrown).getSQLState()).isEqualTo("42000"))
                .cause()
                .isInstanceOfSatisfying(
                        ProtectionException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static String only(Connection connection, String query) throws SQLException {
        return String.join(",", Shielded.strings(connection, query));
    }

    /** What a test does with a filled table, as somebody who may. */
    private interface Use {
        void with(Shielded shielded, Connection connection) throws SQLException;
    }

    private static void on(TestDatabase database, Use use) throws SQLException {
        on(Shielded.on(database), use);
    }

    private static void on(Shielded made, Use use) throws SQLException {
        try (Shielded shielded = made;
                Scope scope = Shielded.as("agent", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            fill(connection);
            use.with(shielded, connection);
        }
    }

    @Test
    void mariaDb_doubleQuotesAreNamesWhenTheSessionSaysSo() throws SQLException {
        on(TestDatabase.MARIADB, (shielded, connection) -> {
            String query = "SELECT \"full_name\" FROM page_contact";
            assertThat(only(connection, query)).isEqualTo("full_name");
            PreparedStatement before = connection.prepareStatement(query);
            Shielded.run(connection, "SET SESSION sql_mode = 'ANSI_QUOTES," + STRICT + "'");
            assertThat(only(connection, query)).isEqualTo("Anna");
            assertThat(only(connection, "SELECT \"c\".\"full_name\" FROM \"page_contact\" AS \"c\""))
                    .isEqualTo("Anna");
            assertRefused("PROT-JDBC-CHANGED", before::executeQuery);
            Shielded.run(connection, "SET SESSION sql_mode = '" + STRICT + "'");
            assertThat(only(connection, query)).isEqualTo("full_name");
        });
    }

    @Test
    void mariaDb_backslashesAreFollowedAsTheSessionReadsThem() throws SQLException {
        on(TestDatabase.MARIADB, (shielded, connection) -> {
            String hidden = "SELECT '\\', full_name FROM page_contact -- '";
            String insert = "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (%d, 'acme', 'a\\nb')";
            Shielded.run(connection, insert.formatted(2));
            assertThat(only(connection, hidden)).isEqualTo("', full_name FROM page_contact -- ");
            PreparedStatement later = connection.prepareStatement("SET SESSION sql_mode = ?");
            later.setString(1, "NO_BACKSLASH_ESCAPES," + STRICT);
            assertThat(only(connection, "SELECT full_name FROM page_contact WHERE contact_id = 2"))
                    .isEqualTo("a\nb");
            later.execute();
            Shielded.run(connection, insert.formatted(3));
            assertThat(only(connection, "SELECT full_name FROM page_contact WHERE full_name = 'a\\nb'"))
                    .isEqualTo("a\\nb");
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(hidden + "\n WHERE contact_id = 1")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("\\");
                assertThat(rows.getString(2)).isEqualTo("Anna");
            }
        });
    }

    @Test
    void mariaDb_pipesThatConcatenateAreRefusedInProtectedStatements() throws SQLException {
        on(TestDatabase.MARIADB, (shielded, connection) -> {
            Shielded.run(connection, "SET SESSION sql_mode = CONCAT(@@sql_mode, ',PIPES_AS_CONCAT')");
            assertThat(only(connection, "SELECT 'a' || 'b'")).isEqualTo("ab");
            assertThat(only(connection, "SELECT full_name FROM page_contact")).isEqualTo("Anna");
            assertRefused(
                    "PROT-SQL-MODE",
                    () -> only(connection, "SELECT full_name FROM page_contact WHERE city = 'Ou' || 'lu'"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ORACLE",
                "MSSQL,STRICT_TRANS_TABLES",
                "HIGH_NOT_PRECEDENCE,STRICT_TRANS_TABLES",
                "EMPTY_STRING_IS_NULL,STRICT_TRANS_TABLES",
                "PAD_CHAR_TO_FULL_LENGTH,STRICT_ALL_TABLES"
            })
    void mariaDb_modesThatAreNotFollowedAreRefused(String mode) throws SQLException {
        on(TestDatabase.MARIADB, (shielded, connection) -> {
            try (Statement statement = connection.createStatement()) {
                statement.addBatch("SET SESSION sql_mode = '" + mode + "'");
                statement.addBatch("UPDATE page_contact SET full_name = 'Bert' WHERE contact_id = 1");
                assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
            }
            assertRefused("PROT-SQL-MODE", () -> only(connection, "SELECT full_name FROM page_contact"));
            assertThat(only(connection, "SELECT 1")).isEqualTo("1");
            Shielded.run(connection, "SET SESSION sql_mode = '" + STRICT + "'");
            assertThat(only(connection, "SELECT full_name FROM page_contact")).isEqualTo("Anna");
        });
    }

    @Test
    void postgres_stringsAreReadAsTheSessionReadsThem() throws SQLException {
        on(TestDatabase.POSTGRESQL, (shielded, connection) -> {
            String query = "SELECT full_name FROM page_contact WHERE full_name = 'O\\'Brien'";
            String hidden = "SELECT '\\', full_name FROM page_contact -- '";
            connection.setAutoCommit(false);
            Shielded.run(connection, "SET standard_conforming_strings = off");
            Shielded.run(
                    connection,
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (2, 'acme', 'O\\'Brien')");
            assertThat(only(connection, query)).isEqualTo("O'Brien");
            assertThat(only(connection, hidden)).isEqualTo("', full_name FROM page_contact -- ");
            connection.rollback();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(hidden)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(2)).isEqualTo("Anna");
            }
            connection.setAutoCommit(true);
            only(connection, "SELECT set_config('standard_conforming_strings', 'off', false)");
            assertThat(only(connection, hidden)).isEqualTo("', full_name FROM page_contact -- ");
        });
    }

    @Test
    void postgres_aComparisonWithNullThatMeansIsNullIsRefused() throws SQLException {
        on(TestDatabase.POSTGRESQL, (shielded, connection) -> {
            Shielded.run(connection, "SET transform_null_equals = on");
            assertRefused(
                    "PROT-SQL-MODE", () -> only(connection, "SELECT full_name FROM page_contact WHERE email = NULL"));
            Shielded.run(connection, "RESET transform_null_equals");
            assertThat(only(connection, "SELECT full_name FROM page_contact WHERE email = NULL"))
                    .isEmpty();
        });
    }

    @Test
    void postgres_anotherSearchPathFindsAnotherTable() throws SQLException {
        on(TestDatabase.POSTGRESQL, (shielded, connection) -> {
            shielded.beneath("CREATE SCHEMA other");
            shielded.beneath("CREATE TABLE other.page_contact (contact_id INT, full_name TEXT)");
            String query = "SELECT full_name FROM page_contact";
            PreparedStatement prepared = connection.prepareStatement(query);
            assertThat(only(connection, query)).isEqualTo("Anna");
            Shielded.run(connection, "SET search_path = other, public");
            assertRefused("PROT-SQL-PLAIN-COLUMN", () -> only(connection, query));
            assertRefused("PROT-SQL-PLAIN-COLUMN", prepared::executeQuery);
            connection.setSchema("public");
            assertThat(only(connection, query)).isEqualTo("Anna");
        });
    }

    private static Shielded h2(String settings) {
        return Shielded.on(TestDatabase.H2.freshDatabase() + settings, text -> text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ";DATABASE_TO_LOWER=TRUE",
                ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;MODE=PostgreSQL",
                ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;MODE=MySQL",
                ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;NON_KEYWORDS=VALUE,KEY",
                ";MODE=LEGACY"
            })
    void h2_spellingsOfNamesAreFollowed(String settings) throws SQLException {
        on(h2(settings), (shielded, connection) -> {
            Shielded.run(connection, "CREATE INDEX contact_email ON page_contact (email)");
            Shielded.run(connection, "UPDATE page_contact SET email = 'a@example.com' WHERE full_name = 'Anna'");
            assertThat(only(connection, "SELECT full_name FROM page_contact WHERE email = 'a@example.com'"))
                    .isEqualTo("Anna");
            assertThat(only(connection, "SELECT c.full_name FROM page_contact c ORDER BY contact_id"))
                    .isEqualTo("Anna");
            assertThat(shielded.raw("SELECT full_name FROM page_contact").toString())
                    .doesNotContain("Anna");
            assertThat(only(connection, "SELECT COUNT(*) FROM page_contact")).isEqualTo("1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"MODE Oracle", "MODE MSSQLServer", "NON_KEYWORDS USER", "IGNORECASE TRUE"})
    void h2_settingsThatAreNotFollowedAreRefusedOnEveryConnection(String setting) throws SQLException {
        on(TestDatabase.H2, (shielded, connection) -> {
            boolean ofOneSession = setting.startsWith("NON_KEYWORDS");
            try (Connection other = shielded.dataSource().getConnection()) {
                assertThat(only(other, "SELECT full_name FROM page_contact")).isEqualTo("Anna");
                Shielded.run(ofOneSession ? other : connection, "SET " + setting);
                assertRefused("PROT-SQL-MODE", () -> only(other, "SELECT full_name FROM page_contact"));
                assertThat(only(other, "SELECT 1 AS one")).isEqualTo("1");
            }
        });
    }
}
