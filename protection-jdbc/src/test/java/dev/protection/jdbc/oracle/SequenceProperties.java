package dev.protection.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Any sequence of statements, in transactions and out of them, leaves the protected database answering like the plain
 * one, and no plaintext in what is stored.
 */
public class SequenceProperties {
    private static final Map<TestDatabase, Sides> SIDES = new EnumMap<>(TestDatabase.class);
    private static int answered;
    private static int refused;

    private record Sides(Twin twin, Connection shielded) {
        static Sides on(TestDatabase database) {
            try (Scope scope = Twin.everything()) {
                Twin twin = Twin.on(database);
                Sides made = new Sides(twin, twin.shielded().getConnection());
                for (Connection side : List.of(twin.plain(), made.shielded())) {
                    for (Step step : Script.read("schema.txt", database, Twin.schema(database, side))) {
                        if (step.sql().startsWith("CREATE TABLE page_contact")) {
                            run(side, step.sql());
                        }
                    }
                }
                return made;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void run(Connection side, String sql) throws SQLException {
            try (Statement statement = side.createStatement()) {
                statement.execute(sql);
            }
        }

        List<Connection> both() {
            return List.of(twin.plain(), shielded);
        }

        void end(boolean commit) throws SQLException {
            for (Connection side : both()) {
                if (!side.getAutoCommit()) {
                    if (commit) {
                        side.commit();
                    } else {
                        side.rollback();
                    }
                    side.setAutoCommit(true);
                }
            }
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        for (Sides sides : SIDES.values()) {
            sides.shielded().close();
            sides.twin().close();
        }
        SIDES.clear();
        assertThat(answered).as("answered, beside " + refused + " refused").isGreaterThan(10 * refused);
    }

    @Property(tries = 12)
    void h2_answersEverySequenceAsThePlainDatabase(@ForAll("h2") List<String> statements) throws SQLException {
        compare(TestDatabase.H2, statements);
    }

    @Property(tries = 8)
    void postgresql_answersEverySequenceAsThePlainDatabase(@ForAll("postgresql") List<String> statements)
            throws SQLException {
        compare(TestDatabase.POSTGRESQL, statements);
    }

    @Property(tries = 8)
    void mariadb_answersEverySequenceAsThePlainDatabase(@ForAll("mariadb") List<String> statements)
            throws SQLException {
        compare(TestDatabase.MARIADB, statements);
    }

    @Property(tries = 300)
    @Tag("thorough")
    void h2_answersManySequencesAsThePlainDatabase(@ForAll("h2") List<String> statements) throws SQLException {
        compare(TestDatabase.H2, statements);
    }

    @Property(tries = 300)
    @Tag("thorough")
    void postgresql_answersManySequencesAsThePlainDatabase(@ForAll("postgresql") List<String> statements)
            throws SQLException {
        compare(TestDatabase.POSTGRESQL, statements);
    }

    @Property(tries = 300)
    @Tag("thorough")
    void mariadb_answersManySequencesAsThePlainDatabase(@ForAll("mariadb") List<String> statements)
            throws SQLException {
        compare(TestDatabase.MARIADB, statements);
    }

    @Provide
    Arbitrary<List<String>> h2() {
        return new Sequences(TestDatabase.H2).statements();
    }

    @Provide
    Arbitrary<List<String>> postgresql() {
        return new Sequences(TestDatabase.POSTGRESQL).statements();
    }

    @Provide
    Arbitrary<List<String>> mariadb() {
        return new Sequences(TestDatabase.MARIADB).statements();
    }

    private static void compare(TestDatabase database, List<String> statements) throws SQLException {
        Sides sides = SIDES.computeIfAbsent(database, Sides::on);
        try (Scope scope = Twin.everything()) {
            sides.end(false);
            for (Connection side : sides.both()) {
                Sides.run(side, "DELETE FROM page_contact");
            }
            for (String statement : statements) {
                step(sides, statement);
            }
            sides.end(true);
            requireSameContent(sides, "the end");
        }
        requireNoPlaintext(sides);
    }

    private static void step(Sides sides, String statement) throws SQLException {
        if (statement.equals(Sequences.BEGIN)) {
            for (Connection side : sides.both()) {
                side.setAutoCommit(false);
            }
        } else if (statement.equals(Sequences.COMMIT) || statement.equals(Sequences.ROLLBACK)) {
            sides.end(statement.equals(Sequences.COMMIT));
            requireSameContent(sides, statement);
        } else {
            answer(sides, statement);
        }
    }

    private static void answer(Sides sides, String sql) throws SQLException {
        Step step = new Step("", Step.Promise.MAY, sql, List.of(), Optional.empty());
        List<String> seen = answer(sides.shielded(), step);
        if (seen.get(0).startsWith("refused")) {
            refused++;
            return;
        }
        answered++;
        List<String> expected = answer(sides.twin().plain(), step);
        assertThat(seen).as(sql).isEqualTo(expected);
        if (expected.get(0).startsWith("failed")) {
            sides.end(false);
        }
        requireSameContent(sides, sql);
    }

    private static List<String> answer(Connection side, Step step) {
        try {
            return Observed.of(side, step).what();
        } catch (SQLException e) {
            boolean refusal = e.getCause() instanceof ProtectionException;
            return List.of((refusal ? "refused " : "failed ") + e.getSQLState());
        }
    }

    private static void requireSameContent(Sides sides, String after) {
        assertThat(Comparison.content(sides.shielded(), "page_contact"))
                .as("after " + after)
                .isEqualTo(Comparison.content(sides.twin().plain(), "page_contact"));
    }

    private static void requireNoPlaintext(Sides sides) throws SQLException {
        try (Connection raw = sides.twin().raw();
                Statement statement = raw.createStatement();
                ResultSet rows = statement.executeQuery("SELECT full_name, email, points FROM page_contact")) {
            while (rows.next()) {
                for (int i = 1; i <= 3; i++) {
                    byte[] cell = rows.getBytes(i);
                    assertThat(cell == null || cell[0] == (byte) 0xE7).isTrue();
                }
            }
        }
    }
}
