package dev.protection.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestServersTest {

    @ParameterizedTest
    @EnumSource
    void freshDatabase_isEmptyAndItsOwn(TestDatabase database) throws SQLException {
        String first = database.freshDatabase();
        String second = database.freshDatabase();
        assertThat(first).isNotEqualTo(second);
        try (Connection one = DriverManager.getConnection(first);
                Connection other = DriverManager.getConnection(second)) {
            one.createStatement().execute("CREATE TABLE t (a INT)");
            other.createStatement().execute("CREATE TABLE t (b INT)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void postgres_keepsWhatItAcknowledged(String setting) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(PostgresServer.shared().url())) {
            assertThat(one(connection, "SHOW " + setting)).isEqualTo("on");
        }
    }

    @Test
    void mariadb_checksPasswordsAndKeepsWhatItAcknowledged() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestDatabase.MARIADB.freshDatabase())) {
            assertThat(one(connection, "SELECT @@innodb_flush_log_at_trx_commit"))
                    .isEqualTo("1");
            assertThat(one(connection, "SELECT CURRENT_USER()")).startsWith("tester@");
            connection.createStatement().execute("CREATE OR REPLACE USER checked IDENTIFIED BY 'secret'");
            connection.createStatement().execute("DROP USER checked");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void server_logsEveryStatement(TestDatabase database) throws Exception {
        String url = database.freshDatabase();
        Optional<Path> ours = database == TestDatabase.POSTGRESQL
                ? PostgresServer.shared().dataDirectory()
                : MariaDbServer.shared().dataDirectory();
        String sentinel = "sentinel" + Long.toHexString(System.nanoTime());
        try (Connection connection = DriverManager.getConnection(url)) {
            assertThat(one(connection, "SELECT '" + sentinel + "'")).isEqualTo(sentinel);
        }
        if (ours.isPresent()) {
            assertThat(anyLogContains(ours.get(), sentinel)).isTrue();
        }
    }

    private static boolean anyLogContains(Path data, String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
