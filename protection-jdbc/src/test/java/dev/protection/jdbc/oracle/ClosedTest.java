package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every method of a closed object fails where the plain driver's fails; where a driver is lenient it may fail, as JDBC says. */
class ClosedTest {
    private static final String QUERY = "SELECT contact_id, full_name FROM page_contact WHERE contact_id = ?";
    private static final List<String> LEFT_OUT = List.of("isWrapperFor", "unwrap");

    @ParameterizedTest
    @EnumSource
    void closedObjects_behaveAsThePlainDriversDo(TestDatabase database) throws SQLException {
        try (Twin twin = Twin.on(database);
                Connection shielded = twin.shielded().getConnection();
                Scope scope = Twin.everything()) {
            GetterTest.create(database, twin.plain());
            GetterTest.create(database, shielded);
            List<String> wrong = new ArrayList<>();
            wrong.addAll(differences("ResultSet", result(shielded), result(twin.plain())));
            wrong.addAll(differences("Statement", statement(shielded), statement(twin.plain())));
            wrong.addAll(differences("PreparedStatement", prepared(shielded), prepared(twin.plain())));
            try (Connection one = twin.shielded().getConnection();
                    Connection other = twin.plainSource().getConnection()) {
                wrong.addAll(differences("Connection", connection(one), connection(other)));
            }
            assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        }
    }

    private static List<String> differences(String type, Map<String, String> seen, Map<String, String> expected) {
        List<String> all = new ArrayList<>();
        expected.forEach((method, end) -> {
            String other = seen.getOrDefault(method, "not called");
            if (!other.equals(Lifecycle.FAILS) && !failsAlike(end, other)) {
                all.add(type + "." + method + ": seen " + other + ", expected " + end);
            }
        });
        return all;
    }

    /** What is given is not compared: some drivers answer null or themselves. */
    private static boolean failsAlike(String expected, String seen) {
        return expected.startsWith("gives") ? seen.startsWith("gives") : seen.equals(expected);
    }

    private static Map<String, String> result(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setInt(1, 0);
            ResultSet rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            rows.close();
            return Lifecycle.of(ResultSet.class, rows, LEFT_OUT);
        }
    }

    private static Map<String, String> statement(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.executeQuery("SELECT contact_id, full_name FROM page_contact");
        statement.close();
        return Lifecycle.of(Statement.class, statement, LEFT_OUT);
    }

    private static Map<String, String> prepared(Connection connection) throws SQLException {
        PreparedStatement query = connection.prepareStatement(QUERY);
        query.setInt(1, 0);
        query.executeQuery();
        query.close();
        return Lifecycle.of(PreparedStatement.class, query, LEFT_OUT);
    }

    private static Map<String, String> connection(Connection connection) throws SQLException {
        connection.close();
        return Lifecycle.of(Connection.class, connection, LEFT_OUT);
    }
}
