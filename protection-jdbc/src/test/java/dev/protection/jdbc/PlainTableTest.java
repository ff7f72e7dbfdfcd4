package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A table that was there before its declaration stops the start, and what is printed then makes it the declared one. */
class PlainTableTest {
    private static final String CONTACTS = Shielded.CONTACTS
            .replace("full_name VARCHAR(200)", "full_name VARCHAR(200) DEFAULT 'Nobody' NOT NULL")
            .replace("note VARCHAR(200))", "note VARCHAR(200), CONSTRAINT mails UNIQUE (client_id, email))");

    private static List<Problem> problems(Shielded shielded) {
        SQLException refused = catchThrowableOfType(
                SQLNonTransientException.class, () -> shielded.dataSource().getConnection());
        assertThat(refused.getSQLState()).isEqualTo("42000");
        assertThat(refused.getCause()).isInstanceOf(ConfigurationException.class);
        return ((ConfigurationException) Objects.requireNonNull(refused.getCause())).problems();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsPrintedMakesTheDeclaredTableOfThePlainOne(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("job", "acme")) {
            shielded.beneath(CONTACTS);
            shielded.beneath("INSERT INTO page_contact VALUES"
                    + " (1, 'acme', 'Anna', 'a@example.com', '1990-05-01', 'Oulu', 'calls'),"
                    + " (2, 'acme', 'Bert', NULL, NULL, 'Turku', NULL)");
            List<Problem> problems = problems(shielded);
            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.place()).isEqualTo("datasets.page_contact");
                assertThat(problem.message())
                        .contains("holds in clear", "UPDATE", "DROP TABLE")
                        .doesNotContain("Anna", "Nobody");
            });
            for (String statement : statements(problems.get(0))) {
                shielded.beneath(statement);
            }
            try (Connection connection = shielded.dataSource().getConnection()) {
                fill(connection);
                assertThat(Shielded.strings(
                                connection, "SELECT full_name FROM page_contact WHERE email = 'a@example.com'"))
                        .containsExactly("Anna");
                assertThat(Shielded.strings(connection, "SELECT birth_date FROM page_contact ORDER BY contact_id"))
                        .containsExactly("1990-05-01", null);
                Shielded.run(
                        connection,
                        "INSERT INTO page_contact VALUES (3, 'acme', 'Cleo', 'c@example.com', NULL, 'Oulu', 'x')");
                assertThat(Shielded.strings(connection, "SELECT city FROM page_contact WHERE email = 'c@example.com'"))
                        .containsExactly("Oulu");
                assertThatThrownBy(
                                () -> Shielded.run(
                                        connection,
                                        "INSERT INTO page_contact VALUES (4, 'acme', 'Dora', 'a@example.com', NULL, 'Oulu', NULL)"))
                        .satisfies(thrown -> assertThat(((SQLException) thrown).getSQLState())
                                .startsWith("23"));
            }
            shielded.beneath("DROP TABLE page_contact_plain");
        }
    }

    /** What the printed text says to run, a statement a line. */
    private static List<String> statements(Problem problem) {
        return problem.message()
                .lines()
                .map(String::strip)
                .filter(line -> line.endsWith(";"))
                .map(line -> line.substring(0, line.length() - 1))
                .collect(Collectors.toList());
    }

    /** Writes the values put aside through the library, as the printed text says. */
    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM page_contact_plain");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE page_contact SET full_name = ?, email = ?, birth_date = ? WHERE contact_id = ?")) {
            while (rows.next()) {
                update.setString(1, rows.getString("full_name"));
                update.setString(2, rows.getString("email"));
                update.setDate(3, rows.getDate("birth_date"));
                update.setInt(4, rows.getInt("contact_id"));
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void columnThatIsNotThereIsNamed_andMissingTablesAreNot(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database)) {
            shielded.beneath(CONTACTS.replace("birth_date DATE", "born DATE")
                    .replace("client_id VARCHAR(40)", "tenant VARCHAR(40)")
                    .replace("(client_id,", "(tenant,"));
            assertThat(problems(shielded))
                    .extracting(Problem::place)
                    .containsExactly("datasets.page_contact.fields.birth_date", "datasets.page_contact.tenant");
            assertThat(problems(shielded).get(0).message())
                    .containsIgnoringCase("born")
                    .contains("birth_date");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void tableMadeInClearWhileItRunsIsRefusedWhenNamed(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database);
                Scope scope = Shielded.as("job", "acme");
                Connection connection = shielded.dataSource().getConnection()) {
            shielded.beneath(CONTACTS);
            for (String sql : List.of(
                    "SELECT full_name FROM page_contact",
                    "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (1, 'acme', 'Anna')",
                    "DELETE FROM page_contact")) {
                assertThatThrownBy(() -> Shielded.run(connection, sql))
                        .cause()
                        .isInstanceOfSatisfying(
                                ProtectionException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo("PROT-SQL-PLAIN-COLUMN"));
            }
            assertThat(shielded.raw("SELECT COUNT(*) FROM page_contact")).containsExactly("0");
        }
    }
}
