package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A row that fails in a batch: exception, counts and what is left are those of the plain driver. */
class BatchFailureTest {
    /** Batches of which something fails. */
    private enum Kind {
        /** The second of three rows. */
        ROWS,
        /** The only row. */
        ONE_ROW,
        /** As {@link #ROWS}, with keys asked for. */
        ROWS_WITH_KEYS,
        /** The second of three changes. */
        CHANGES,
        /** The second of three texts. */
        TEXTS,
        /** Texts, one of which touches nothing protected. */
        MIXED_TEXTS
    }

    private static final String INSERT = "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES ";

    static Stream<Arguments> batches() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(true, false).map(autocommit -> Arguments.of(database, autocommit)));
    }

    @ParameterizedTest
    @MethodSource("batches")
    void aFailingRow_isToldAndLeavesTheOthersAsThePlainDriverDoes(TestDatabase database, boolean autocommit)
            throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            List<String> expected = all(database, twin.plain(), autocommit);
            assertThat(all(database, shielded, autocommit)).containsExactlyElementsOf(expected);
        }
    }

    private static List<String> all(TestDatabase database, Connection connection, boolean autocommit)
            throws SQLException {
        GetterTest.create(database, connection);
        List<String> seen = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other_thing (id INT PRIMARY KEY)");
            for (Kind kind : Kind.values()) {
                statement.execute("DELETE FROM page_contact");
                statement.execute("DELETE FROM other_thing");
                statement.execute(INSERT + "(7, 'acme', 'seven'), (8, 'acme', 'eight'), (9, 'globex', 'nine')");
                connection.setAutoCommit(autocommit);
                seen.add(kind + " " + failed(connection, kind));
                seen.add(kind + " sees " + rows(connection));
                if (!autocommit) {
                    connection.rollback();
                    seen.add(kind + " rolled back " + rows(connection));
                    connection.commit();
                }
                connection.setAutoCommit(true);
                seen.add(kind + " leaves " + rows(connection));
            }
        }
        return seen;
    }

    private static String failed(Connection connection, Kind kind) throws SQLException {
        try {
            return Arrays.toString(run(connection, kind));
        } catch (BatchUpdateException e) {
            return "failed " + e.getSQLState() + " " + e.getErrorCode() + " " + Arrays.toString(e.getUpdateCounts())
                    + Arrays.toString(e.getLargeUpdateCounts()) + " next " + states(e.getNextException()) + " cause "
                    + (e.getCause() instanceof SQLException cause ? cause.getSQLState() : e.getCause());
        }
    }

    private static List<String> states(SQLException first) {
        List<String> states = new ArrayList<>();
        for (SQLException each = first; each != null; each = each.getNextException()) {
            states.add(each.getSQLState() + " " + each.getErrorCode());
        }
        return states;
    }

    private static int[] run(Connection connection, Kind kind) throws SQLException {
        return switch (kind) {
            case ROWS -> rows(connection.prepareStatement(INSERT + "(?, ?, ?)"), 1, 8, 2);
            case ONE_ROW -> rows(connection.prepareStatement(INSERT + "(?, ?, ?)"), 8);
            case ROWS_WITH_KEYS ->
                rows(connection.prepareStatement(INSERT + "(?, ?, ?)", new String[] {"contact_id"}), 1, 8, 2);
            case CHANGES -> changes(connection);
            case TEXTS -> texts(connection, INSERT + "(2, 'acme', 'two')");
            case MIXED_TEXTS -> texts(connection, "INSERT INTO other_thing (id) VALUES (1)");
        };
    }

    private static int[] rows(PreparedStatement insert, int... ids) throws SQLException {
        try (insert) {
            for (int id : ids) {
                insert.setInt(1, id);
                insert.setString(2, "acme");
                insert.setString(3, "name " + id);
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }

    private static int[] changes(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE page_contact SET full_name = ? WHERE contact_id = ?")) {
            for (int id = 7; id <= 9; id++) {
                update.setString(1, id == 8 ? null : "new " + id);
                update.setInt(2, id);
                update.addBatch();
            }
            return update.executeBatch();
        }
    }

    private static int[] texts(Connection connection, String last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.addBatch(INSERT + "(1, 'acme', 'one')");
            statement.addBatch(INSERT + "(8, 'acme', 'eight again')");
            statement.addBatch(last);
            return statement.executeBatch();
        }
    }

    private static String rows(Connection connection) {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT contact_id, full_name FROM page_contact"
                        + " WHERE contact_id > 0 ORDER BY contact_id")) {
            while (rows.next()) {
                found.add(rows.getInt(1) + " " + rows.getString(2));
            }
        } catch (SQLException e) {
            return "refused " + e.getSQLState();
        }
        return found.toString();
    }
}
