package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Scope;
import dev.protection.jdbc.ProtectedDataSource;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the declared type of an encrypted column stands, and who sees it. */
class DeclaredTypesTest {
    private static String table(TestDatabase database, int width) {
        boolean mariadb = database == TestDatabase.MARIADB;
        return "measure (id INT NOT NULL PRIMARY KEY, words VARCHAR(" + width + ")"
                + (mariadb ? " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin" : "")
                + ", number INT, amount NUMERIC(5,2), born DATE, seen " + (mariadb ? "DATETIME(6)" : "TIMESTAMP(6)")
                + ", flag BOOLEAN, data " + (database == TestDatabase.POSTGRESQL ? "BYTEA" : "VARBINARY(9)") + ")";
    }

    private static String widened(TestDatabase database, int width) {
        return "ALTER TABLE measure "
                + switch (database) {
                    case H2 -> "ALTER COLUMN words SET DATA TYPE VARCHAR(" + width + ")";
                    case POSTGRESQL -> "ALTER COLUMN words TYPE VARCHAR(" + width + ")";
                    case MARIADB ->
                        "MODIFY COLUMN words VARCHAR(" + width + ") CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
                };
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void write(Connection connection, int length) throws SQLException {
        run(connection, "UPDATE measure SET words = '" + "x".repeat(length) + "'");
    }

    private static void refuses(Connection connection, int length) {
        assertThatThrownBy(() -> write(connection, length))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("varchar(")
                .hasMessageNotContaining("xxx")
                .extracting(error -> ((SQLException) error).getSQLState())
                .isEqualTo("22001");
    }

    @ParameterizedTest
    @EnumSource
    void widthOfAColumn_holdsOnEveryNodeAsTheCatalogueHasItNow(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection one = twin.shielded().getConnection();
                Connection other = ProtectedDataSource.wrap(Twin.driver(database, twin.url()), twin.protection())
                        .getConnection();
                Scope scope = Twin.everything()) {
            run(one, "CREATE TABLE " + table(database, 5));
            run(one, "INSERT INTO measure (id, words) VALUES (1, 'a')");
            write(other, 5);
            refuses(other, 6);
            run(other, "CREATE TABLE IF NOT EXISTS " + table(database, 50));
            refuses(other, 6);
            run(one, widened(database, 20));
            write(other, 20);
            refuses(other, 21);
            refuses(one, 21);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void commentOfAColumn_keepsItsTypeAndShowsTheApplicationItsOwn(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            run(shielded, "CREATE TABLE " + table(database, 5));
            run(shielded, "INSERT INTO measure (id, words) VALUES (1, 'a')");
            run(shielded, "COMMENT ON COLUMN measure.words IS 'it''s said'");
            assertThat(remarks(shielded)).isEqualTo("it's said");
            refuses(shielded, 6);
            run(shielded, widened(database, 20));
            assertThat(remarks(shielded)).isEqualTo("it's said");
            write(shielded, 20);
            run(shielded, "COMMENT ON COLUMN measure.words IS NULL");
            assertThat(remarks(shielded)).isNull();
            refuses(shielded, 21);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void commentThatNamesATypeOfAnotherField_isRefused(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Connection raw = twin.raw();
                Scope scope = Twin.everything()) {
            run(shielded, "CREATE TABLE " + table(database, 5));
            run(raw, "COMMENT ON COLUMN measure.words IS '[protected: newer(5)]'");
            assertThatThrownBy(() -> run(shielded, "INSERT INTO measure (id, words) VALUES (1, 'a')"))
                    .hasMessageContaining("PROT-JDBC-COLUMN-TYPE");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void bareName_isLookedForAlongTheWholeSearchPath(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Connection raw = twin.raw();
                Scope scope = Twin.everything()) {
            run(raw, "CREATE SCHEMA aside");
            run(raw, "CREATE SCHEMA nothing");
            run(shielded, "CREATE TABLE aside." + table(database, 5));
            run(shielded, "CREATE TABLE public." + table(database, 50));
            run(shielded, "SET search_path = nothing, public");
            run(shielded, "INSERT INTO measure (id, words) VALUES (1, 'longer than five')");
            write(shielded, 50);
            refuses(shielded, 51);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void textForBytes_isReadAsTheDatabaseReadsIt(TestDatabase database) throws SQLException {
        String url = "&stringtype=unspecified";
        try (Twin twin = Twin.on(database);
                Connection shielded = ProtectedDataSource.wrap(
                                Twin.driver(database, twin.url() + url), twin.protection())
                        .getConnection();
                Scope scope = Twin.everything()) {
            run(shielded, "CREATE TABLE " + table(database, 5));
            try (PreparedStatement insert = shielded.prepareStatement("INSERT INTO measure (id, data) VALUES (?, ?)")) {
                insert.setInt(1, 1);
                insert.setString(2, "\\x6162");
                insert.executeUpdate();
                insert.setInt(1, 2);
                insert.setString(2, "cd");
                insert.executeUpdate();
                insert.setString(2, "\\x6");
                assertThatThrownBy(insert::executeUpdate).hasMessageNotContaining("x6");
            }
            try (Statement query = shielded.createStatement();
                    ResultSet rows = query.executeQuery("SELECT data FROM measure ORDER BY id")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBytes(1)).isEqualTo(new byte[] {'a', 'b'});
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBytes(1)).isEqualTo(new byte[] {'c', 'd'});
            }
        }
    }

    private static String remarks(Connection connection) throws SQLException {
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "MEASURE" : "measure";
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), table, null)) {
            while (columns.next()) {
                if (columns.getString("COLUMN_NAME").equalsIgnoreCase("words")) {
                    return columns.getString("REMARKS");
                }
            }
        }
        throw new AssertionError("no such column");
    }
}
