package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.protection.Scope;
import dev.protection.audit.AuditEvent;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A read is recorded however it ends: nobody has to close the result for that. */
class ReadRecordTest {
    private static final String QUERY = "SELECT full_name, city FROM page_contact ORDER BY contact_id";

    /** How an application, a pool or a driver may end what it reads. */
    enum End {
        RESULT_CLOSED {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                rows.close();
            }
        },
        STATEMENT_CLOSED {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                statement.close();
            }
        },
        CONNECTION_CLOSED {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                connection.close();
            }
        },
        CONNECTION_CLOSED_IN_TRANSACTION {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                connection.rollback();
                connection.close();
            }
        },
        ABORTED {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                connection.abort(Runnable::run);
            }
        },
        RUN_AGAIN {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                statement.executeQuery();
            }
        },
        MORE_RESULTS {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                statement.getMoreResults();
            }
        },
        KEPT_RESULT_THEN_CONNECTION_CLOSED {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                statement.getMoreResults(Statement.KEEP_CURRENT_RESULT);
                connection.close();
            }
        },
        CLOSED_ON_COMPLETION {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                statement.closeOnCompletion();
                rows.close();
                assertThat(statement.isClosed()).isTrue();
            }
        },
        READ_TO_ITS_END {
            @Override
            void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException {
                assertThat(rows.next()).isTrue();
                assertThat(rows.next()).isFalse();
            }
        };

        abstract void end(Connection connection, PreparedStatement statement, ResultSet rows) throws SQLException;
    }

    private static void fill(Shielded shielded) throws SQLException {
        try (Connection connection = shielded.dataSource().getConnection()) {
            Shielded.run(
                    connection,
                    Shielded.CONTACTS,
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (1, 'acme', 'Anna')",
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (2, 'acme', 'Bert')");
        }
    }

    private static ResultSet firstRow(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery();
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("Anna");
        return rows;
    }

    private static void assertAnnaRecorded(String how, List<AuditEvent> reads) {
        assertThat(reads).as(how).hasSize(1).first().satisfies(event -> {
            assertThat(event.subjects()).hasSize(1);
            assertThat(event.rows()).isPositive();
            assertThat(event.fields()).contains("full_name");
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aReadIsRecordedHoweverItEnds(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded);
            for (End end : End.values()) {
                int before = shielded.reads().size();
                readAndEnd(shielded, end, before);
                assertThat(shielded.reads()).as(end.name()).hasSize(before + (end == End.RUN_AGAIN ? 2 : 1));
            }
        }
    }

    private static void readAndEnd(Shielded shielded, End end, int before) throws SQLException {
        try (Connection connection = shielded.dataSource().getConnection()) {
            connection.setAutoCommit(end != End.CONNECTION_CLOSED_IN_TRANSACTION);
            PreparedStatement statement = connection.prepareStatement(QUERY);
            ResultSet rows = firstRow(statement);
            assertThat(shielded.reads()).hasSize(before);
            end.end(connection, statement, rows);
            assertAnnaRecorded(end.name(), shielded.reads().subList(before, before + 1));
            assertThatThrownBy(() -> rows.getString(1)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPlainStatementGivenAnotherTextRecordsWhatItRead(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded);
            try (Connection connection = shielded.dataSource().getConnection()) {
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Anna");
                statement.executeQuery("SELECT 1");
                assertAnnaRecorded("another text", shielded.reads());
                rows = statement.executeQuery(QUERY);
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("Anna");
                statement.close();
                assertThat(shielded.reads()).hasSize(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aPoolBeneathAndAPoolAboveRecordWhatWasReadWhenTheConnectionReturns(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded);
            try (HikariDataSource beneath = pool(new UrlDataSource(shielded.url()));
                    HikariDataSource above = pool(shielded.dataSource())) {
                readAndReturn(ProtectedDataSource.wrap(beneath, shielded.protection()));
                assertThat(shielded.reads()).hasSize(1);
                readAndReturn(above);
                assertThat(shielded.reads()).hasSize(2);
                Connection borrowed = above.getConnection();
                firstRow(borrowed.prepareStatement(QUERY));
                above.evictConnection(borrowed);
            }
            assertThat(shielded.reads())
                    .hasSize(3)
                    .allSatisfy(event -> assertThat(event.subjects()).hasSize(1));
        }
    }

    private static HikariDataSource pool(DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static void readAndReturn(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            firstRow(connection.prepareStatement(QUERY));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aStatementThatFailsAtTheDatabaseIsRecordedAsAnAttempt(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("agent", "acme")) {
            fill(shielded);
            try (Connection connection = shielded.dataSource().getConnection()) {
                assertThatThrownBy(() -> Shielded.strings(
                                connection,
                                "SELECT full_name FROM page_contact WHERE contact_id = (SELECT 1 UNION SELECT 2)"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(shielded.reads())
                    .hasSize(1)
                    .first()
                    .satisfies(event -> assertThat(event.subjects()).isEmpty());
        }
    }
}
