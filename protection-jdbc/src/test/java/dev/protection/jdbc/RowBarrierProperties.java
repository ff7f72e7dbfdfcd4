package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Scope;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * No predicate runs on a row outside the row filter. Rows of a foreign tenant make each of these predicates fail; whatever
 * is asked, the answer is that of a database that has never had those rows.
 */
public class RowBarrierProperties {
    private static final Map<TestDatabase, Worlds> WORLDS = new EnumMap<>(TestDatabase.class);

    /** The protected database with rows of two tenants, and a plain one with the own rows alone. */
    private record Worlds(TestDatabase database, Shielded shielded, Connection inside, Connection plain) {
        static Worlds on(TestDatabase database) {
            try {
                Shielded shielded = Shielded.on(database);
                Connection plain = DriverManager.getConnection(database.freshDatabase());
                Worlds made =
                        new Worlds(database, shielded, shielded.dataSource().getConnection(), plain);
                made.fill();
                return made;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Foreign rows come first and are many: whoever evaluates in the order of rows meets them. */
        private void fill() throws SQLException {
            String messages = "CREATE TABLE message (message_id INT NOT NULL PRIMARY KEY, contact_id INT NOT NULL,"
                    + " client_id VARCHAR(40) NOT NULL, body VARCHAR(100), topic VARCHAR(100))";
            Shielded.run(plain, Shielded.CONTACTS, messages, raisingOn(database));
            shielded.beneath(raisingOn(database));
            try (Scope scope = Shielded.as("job", "acme")) {
                Shielded.run(inside, Shielded.CONTACTS, messages);
                for (int id = 100; id < 130; id++) {
                    insert(inside, id, "globex", "secret " + id, null);
                }
                for (int id = 1; id <= 8; id++) {
                    String city = id % 3 == 0 ? null : id % 3 == 1 ? "Oulu" : "Espoo";
                    insert(inside, id, "acme", String.valueOf(id * 10), city);
                    insert(plain, id, "acme", String.valueOf(id * 10), city);
                }
            }
            if (database == TestDatabase.POSTGRESQL) {
                Shielded.run(plain, "ANALYZE");
                shielded.beneath("ANALYZE");
            }
        }

        private static void insert(Connection connection, int id, String tenant, String note, @Nullable String city)
                throws SQLException {
            String place = city == null ? "NULL" : "'" + city + "'";
            Shielded.run(
                    connection,
                    "INSERT INTO page_contact (contact_id, client_id, full_name, city, note) VALUES (" + id + ", '"
                            + tenant + "', 'name', " + place + ", '" + note + "')");
            if (id % 2 == 0) {
                Shielded.run(
                        connection,
                        "INSERT INTO message (message_id, contact_id, client_id, body, topic) VALUES (" + id + ", " + id
                                + ", '" + tenant + "', 'body', '" + note + "')");
            }
        }
    }

    static String raisingOn(TestDatabase database) {
        return Objects.requireNonNull(RAISING.get(database));
    }

    /** A function that the planner takes for the cheapest of all, and that fails on foreign rows. */
    private static final Map<TestDatabase, String> RAISING = Map.of(
            TestDatabase.H2,
            "CREATE ALIAS raising DETERMINISTIC FOR \"" + RowBarrierProperties.class.getName() + ".raising\"",
            TestDatabase.POSTGRESQL,
            "CREATE FUNCTION raising(note text) RETURNS boolean LANGUAGE plpgsql STABLE COST 0.0000001 AS"
                    + " 'begin if note like ''secret%'' then raise exception ''%'', note; end if; return true; end'",
            TestDatabase.MARIADB,
            "CREATE FUNCTION raising(note VARCHAR(200)) RETURNS INT DETERMINISTIC NO SQL BEGIN IF note LIKE 'secret%' THEN"
                    + " SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = note; END IF; RETURN 1; END");

    /** Called by H2. */
    public static boolean raising(String note) {
        if (note != null && note.startsWith("secret")) {
            throw new IllegalArgumentException(note);
        }
        return true;
    }

    @AfterContainer
    static void close() throws SQLException {
        for (Worlds worlds : WORLDS.values()) {
            worlds.inside().close();
            worlds.plain().close();
            worlds.shielded().close();
        }
        WORLDS.clear();
    }

    @Property(tries = 150)
    void queriesAnswerAsIfForeignRowsHadNeverBeen(@ForAll TestDatabase database, @ForAll("queries") String sql)
            throws SQLException {
        Worlds worlds = WORLDS.computeIfAbsent(database, Worlds::on);
        String text = spelled(sql, database);
        try (Scope scope = Shielded.as("agent", "acme")) {
            assertThat(rows(worlds.inside(), text)).as(text).isEqualTo(rows(worlds.plain(), text));
        }
    }

    @Property(tries = 60)
    void changesReachWhatTheyWouldReachWithoutForeignRows(
            @ForAll TestDatabase database, @ForAll("conditions") String condition, @ForAll boolean delete)
            throws SQLException {
        Worlds worlds = WORLDS.computeIfAbsent(database, Worlds::on);
        String change = spelled(
                (delete ? "DELETE FROM message" : "UPDATE message SET topic = '7'") + " WHERE "
                        + condition
                                .replace("c.city", "client_id")
                                .replace("c.note", "topic")
                                .replace("c.contact_id", "contact_id"),
                database);
        try (Scope scope = Shielded.as("agent", "acme")) {
            worlds.inside().setAutoCommit(false);
            worlds.plain().setAutoCommit(false);
            try {
                assertThat(change(worlds.inside(), change)).as(change).isEqualTo(change(worlds.plain(), change));
                String left = "SELECT message_id, topic FROM message";
                assertThat(rows(worlds.inside(), left)).as(change).isEqualTo(rows(worlds.plain(), left));
            } finally {
                worlds.inside().rollback();
                worlds.plain().rollback();
                worlds.inside().setAutoCommit(true);
                worlds.plain().setAutoCommit(true);
            }
        }
    }

    @Property(tries = 30)
    void parametersThatConvertTextOfRowsMeetOwnRowsAlone(@ForAll TestDatabase database, @ForAll boolean asText)
            throws SQLException {
        Worlds worlds = WORLDS.computeIfAbsent(database, Worlds::on);
        if (database == TestDatabase.POSTGRESQL && !asText) {
            return;
        }
        String sql = "SELECT contact_id FROM page_contact c WHERE c.note = ? AND c.note IN (?, '20')";
        try (Scope scope = Shielded.as("agent", "acme")) {
            assertThat(bound(worlds.inside(), sql, asText)).isEqualTo(bound(worlds.plain(), sql, asText));
        }
    }

    static List<String> bound(Connection connection, String sql, boolean asText) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= 2; i++) {
                if (asText) {
                    statement.setString(i, "10");
                } else {
                    statement.setInt(i, 10);
                }
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    static String change(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            return "count " + statement.executeUpdate(sql);
        } catch (SQLException e) {
            return "failed " + e.getSQLState();
        }
    }

    static List<String> rows(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(rows.getString(i)).append('|');
                }
                found.add(row.toString());
            }
        }
        Collections.sort(found);
        return found;
    }

    static String spelled(String sql, TestDatabase database) {
        return sql.replace("{int}", database == TestDatabase.MARIADB ? "SIGNED" : "INT")
                .replace("raising(", database == TestDatabase.MARIADB ? "1 = raising(" : "raising(");
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> atom = Arbitraries.of(
                "raising(c.note)",
                "CAST(c.note AS {int}) > 25",
                "100 / (130 - c.contact_id - 1) > 0",
                "c.contact_id < 6",
                "c.city = 'Oulu'",
                "c.city IS NULL",
                "c.city IN ('Oulu', 'Espoo')",
                "c.contact_id BETWEEN 2 AND 7",
                "COALESCE(c.city, 'x') <> 'Espoo'",
                "c.note LIKE '%0'");
        Arbitrary<String> pair = Combinators.combine(atom, Arbitraries.of(" AND ", " OR "), atom)
                .as((left, operator, right) -> left + operator + right);
        Arbitrary<String> term =
                Arbitraries.oneOf(atom, pair.map(two -> "(" + two + ")"), atom.map(one -> "NOT (" + one + ")"), pair);
        return Combinators.combine(term, Arbitraries.of(" AND ", "AND", " OR ", " /* or */ AND "), term)
                .as((left, operator, right) ->
                        operator.equals("AND") ? "(" + left + ")AND(" + right + ")" : left + operator + right);
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> shape = Arbitraries.of(
                "SELECT c.contact_id, c.note FROM page_contact c WHERE %s",
                "SELECT c.contact_id FROM page_contact c WHERE %s FOR UPDATE",
                "SELECT c.contact_id, m.topic FROM page_contact c JOIN message m ON m.contact_id = c.contact_id AND %s",
                "SELECT c.contact_id, m.topic FROM page_contact c LEFT JOIN message m ON m.contact_id = c.contact_id AND %s",
                "SELECT m.message_id, c.note FROM message m LEFT JOIN page_contact c ON m.contact_id = c.contact_id + 2"
                        + " WHERE %s OR c.contact_id IS NULL",
                "SELECT m.message_id, c.note FROM message m LEFT JOIN page_contact c ON m.contact_id = c.contact_id"
                        + " WHERE %s",
                "SELECT c.contact_id FROM (SELECT contact_id, note, city FROM page_contact) c WHERE %s",
                "SELECT c.contact_id FROM (SELECT * FROM page_contact) c WHERE %s ORDER BY contact_id",
                "SELECT d.n FROM (SELECT CAST(note AS {int}) AS n, contact_id FROM page_contact) d WHERE d.n > 30",
                "WITH c AS (SELECT contact_id, note, city FROM page_contact) SELECT c.contact_id FROM c WHERE %s",
                "SELECT m.message_id FROM message m WHERE EXISTS (SELECT 1 FROM page_contact c WHERE"
                        + " c.contact_id = m.contact_id AND %s)",
                "SELECT m.message_id FROM message m WHERE m.contact_id IN (SELECT c.contact_id FROM page_contact c"
                        + " WHERE %s)",
                "SELECT c.note, COUNT(*) FROM page_contact c GROUP BY c.note, c.city, c.contact_id HAVING %s",
                "SELECT COUNT(*) FROM page_contact c WHERE %s");
        return Combinators.combine(shape, conditions()).as((text, condition) -> text.formatted(condition));
    }
}
