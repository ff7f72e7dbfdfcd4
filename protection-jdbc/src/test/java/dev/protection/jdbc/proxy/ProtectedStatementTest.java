package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.MissingContextException;
import dev.protection.testing.servers.TestDatabase;
import java.io.StringReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtectedStatementTest {

    private static List<String> names(WrapperBench bench) throws SQLException {
        List<String> names = new java.util.ArrayList<>();
        try (Statement statement = bench.connection.createStatement();
                ResultSet rows = statement.executeQuery(ToySession.SELECT)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource
    void sealedParameters_neverReachTheDatabaseAsTheyAre(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            bench.insert("t", "Aino", "n1");
            try (Statement statement = bench.raw.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name FROM person")) {
                rows.next();
                assertThat(ToySession.turned(rows.getBytes(1))).asString().isEqualTo("Aino");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void batch_keepsEachRowAsItWasAdded(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT)) {
            insert.setString(1, "t");
            for (int i = 0; i < 3; i++) {
                StringReader reader = new StringReader("name " + i);
                insert.setCharacterStream(2, reader);
                insert.setString(3, "note " + i);
                insert.addBatch();
                reader.close();
            }
            assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
            assertThat(insert.executeBatch()).isEmpty();
            assertThat(names(bench)).containsExactly("name 0", "name 1", "name 2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_isReadOnceAndServesEveryExecution(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT)) {
            insert.setString(1, "t");
            insert.setCharacterStream(2, new StringReader("once"));
            insert.setCharacterStream(3, new StringReader("n1"), 2);
            insert.executeUpdate();
            insert.setNull(3, Types.VARCHAR);
            insert.executeUpdate();
            assertThat(names(bench)).containsExactly("once", "once");
        }
    }

    @ParameterizedTest
    @EnumSource
    void parametersNotSet_areRefusedBeforeAnythingIsSent(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT)) {
            insert.setString(1, "t");
            insert.setString(2, "Aino");
            insert.setString(3, "n");
            insert.clearParameters();
            assertThatThrownBy(insert::executeUpdate).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> insert.setString(4, "x")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> insert.setString(0, "x")).isInstanceOf(SQLException.class);
            assertThat(names(bench)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void counts_followJdbc(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement rename = bench.connection.prepareStatement(ToySession.RENAME);
                Statement statement = bench.connection.createStatement()) {
            bench.insert("t", "Aino", "n1");
            rename.setString(1, "Eino");
            rename.setLong(2, -1);
            assertThat(rename.executeUpdate()).isZero();
            rename.setLong(2, 1);
            assertThat(rename.execute()).isFalse();
            assertThat(rename.getUpdateCount()).isEqualTo(1);
            assertThat(rename.getMoreResults()).isFalse();
            assertThat(rename.getUpdateCount()).isEqualTo(-1);
            assertThat(statement.execute(ToySession.SELECT)).isTrue();
            assertThat(statement.getUpdateCount()).isEqualTo(-1);
            ResultSet rows = statement.getResultSet();
            assertThat(statement.getMoreResults()).isFalse();
            assertThat(rows.isClosed()).isTrue();
            assertThatThrownBy(() -> statement.executeUpdate(ToySession.SELECT)).isInstanceOf(SQLException.class);
            assertThatThrownBy(rename::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void generatedKeys_areThoseOfTheRow(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT, new String[] {"id"})) {
            insert.setString(1, "t");
            insert.setString(2, "Aino");
            insert.setString(3, "n1");
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(1);
                assertThat(keys.getMetaData().getColumnCount()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unprotectedStatements_reachTheDriverAsTheyAre(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            statement.execute("CREATE TABLE other (a INT, b VARCHAR(20))");
            assertThat(statement.executeUpdate("INSERT INTO other VALUES (1, 'x'), (2, 'y')"))
                    .isEqualTo(2);
            try (PreparedStatement insert = bench.connection.prepareStatement("INSERT INTO other VALUES (?, ?)")) {
                insert.setInt(1, 3);
                insert.setString(2, "z");
                insert.addBatch();
                assertThat(insert.executeBatch()).containsExactly(1);
            }
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM other")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textBatch_runsInItsOrder(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            bench.insertMany(2);
            statement.addBatch("CREATE TABLE copied (a INT)");
            statement.addBatch("INSERT INTO copied SELECT COUNT(*) FROM person");
            statement.addBatch("DELETE FROM person");
            statement.addBatch("INSERT INTO copied SELECT COUNT(*) FROM person");
            assertThat(statement.executeBatch()).endsWith(1, 2, 1).hasSize(4);
            try (ResultSet rows = statement.executeQuery("SELECT MIN(a), MAX(a) FROM copied")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
                assertThat(rows.getInt(2)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void maxRows_limitsWhatTheApplicationReads(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement query = bench.connection.prepareStatement(ToySession.SELECT)) {
            bench.insertMany(20);
            query.setMaxRows(5);
            assertThat(query.getMaxRows()).isEqualTo(5);
            try (ResultSet rows = query.executeQuery()) {
                assertThat(ToySession.count(rows)).isEqualTo(5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeOnCompletion_closesTheStatementWithItsResult(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            PreparedStatement query = bench.connection.prepareStatement(ToySession.SELECT);
            query.closeOnCompletion();
            assertThat(query.isCloseOnCompletion()).isTrue();
            query.executeQuery().close();
            assertThat(query.isClosed()).isTrue();
            assertThatThrownBy(query::executeQuery).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusal_hasTheStandardClassAndOurCause(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                Statement statement = bench.connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery(ToySession.REFUSED))
                    .isInstanceOfSatisfying(
                            SQLInvalidAuthorizationSpecException.class,
                            e -> assertThat(e.getSQLState()).isEqualTo("42501"))
                    .hasCauseInstanceOf(MissingContextException.class);
            assertThatThrownBy(() -> bench.connection.prepareStatement(ToySession.REFUSED))
                    .isInstanceOf(SQLInvalidAuthorizationSpecException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void preparedStatement_runsNoOtherText(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement plain = bench.connection.prepareStatement("SELECT 1")) {
            assertThatThrownBy(() -> plain.executeQuery("SELECT name FROM person"))
                    .isInstanceOf(SQLFeatureNotSupportedException.class);
            assertThatThrownBy(() -> plain.addBatch("DELETE FROM person"))
                    .isInstanceOf(SQLFeatureNotSupportedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endOfTransaction_reachesTheSession(TestDatabase database) throws Exception {
        ToySession session;
        try (WrapperBench bench = new WrapperBench(database)) {
            session = bench.session;
            bench.connection.setAutoCommit(false);
            bench.connection.commit();
            assertThat(session.events).containsExactly("before commit", "ended");
            bench.connection.rollback();
            assertThat(session.events).endsWith("ended", "ended");
            bench.connection.setAutoCommit(true);
            session.events.clear();
        }
        assertThat(session.events).containsExactly("ended");
    }

    @ParameterizedTest
    @EnumSource
    void description_isThereBeforeTheStatementRuns(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database);
                PreparedStatement query = bench.connection.prepareStatement(ToySession.SELECT);
                PreparedStatement insert = bench.connection.prepareStatement(ToySession.INSERT)) {
            assertThat(query.getMetaData().getColumnCount()).isEqualTo(3);
            assertThat(insert.getMetaData()).isNull();
            assertThat(insert.getParameterMetaData().getParameterCount()).isEqualTo(3);
            assertThat(insert.getParameterMetaData().getParameterType(2)).isEqualTo(Types.VARCHAR);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSchema_reachesTheSession(TestDatabase database) throws Exception {
        try (WrapperBench bench = new WrapperBench(database)) {
            bench.connection.setCatalog(bench.connection.getCatalog());
            String schema = bench.connection.getSchema();
            if (schema != null) {
                bench.connection.setSchema(schema);
            }
            bench.connection.setAutoCommit(false);
            bench.connection.rollback(bench.connection.setSavepoint());
            assertThat(bench.session.events).containsOnly("place").hasSizeGreaterThanOrEqualTo(2);
        }
    }
}
