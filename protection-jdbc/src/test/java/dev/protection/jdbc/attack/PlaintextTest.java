package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.protection.Scope;
import dev.protection.retention.LegalHold;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.testing.servers.PostgresServer;
import dev.protection.testing.servers.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * After a run through the main job no value of an encrypted field is found in PostgreSQL's tables, WAL and log, all
 * statements and parameters logged; a value of a column that nobody declared is found in each of the three.
 */
class PlaintextTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONTROL = "Zebracontrol";

    private final String run = Long.toHexString(System.nanoTime());
    private final List<String> sentinels = new ArrayList<>();

    /** A value that stands nowhere else on this machine. */
    private String sentinel(String kind) {
        String value = "Zq" + kind + run + "x" + sentinels.size();
        sentinels.add(value);
        return value;
    }

    @Test
    void noValueOfAnEncryptedFieldReachesTheServer() throws Exception {
        Optional<Path> data = PostgresServer.shared().dataDirectory();
        StringWriter errors = new StringWriter();
        try (Node node = Node.on(TestDatabase.POSTGRESQL.freshDatabase(), State.fresh());
                Connection connection = node.connection()) {
            mainJob(node, connection);
            failures(connection, new PrintWriter(errors, true));
            try (Connection beneath = node.beneath()) {
                Node.change(beneath, "CHECKPOINT");
            }
        }
        assertThat(sentinels).hasSizeGreaterThan(30);
        assertThat(new Scan(sentinels).in(errors.toString().getBytes(StandardCharsets.UTF_8), Path.of("errors")))
                .isEmpty();
        if (data.isPresent()) { // only a server of the tests' own shows its files
            assertThat(new Scan(sentinels).below(data.get())).isEmpty();
            foundWhereNobodyDeclared(data.get());
        }
    }

    private void foundWhereNobodyDeclared(Path data) {
        List<Scan.Hit> controls = new Scan(List.of(CONTROL + run)).below(data);
        for (String place : new String[] {"base", "pg_wal", "log"}) {
            assertThat(controls)
                    .as(place)
                    .anySatisfy(
                            hit -> assertThat((Object) hit.file()).asString().startsWith(data.resolve(place) + "/"));
        }
    }

    private void mainJob(Node node, Connection connection) throws SQLException {
        Schema.create(connection);
        Node.change(connection, "CREATE INDEX page_contact_email ON page_contact (email)");
        try (Scope scope = Node.as("loader", "onboarding", "acme")) {
            load(connection);
        }
        try (Scope scope = Node.as("agent", "support", "acme")) {
            readAndChange(connection);
        }
        try (Scope scope = Node.as("dpo", "onboarding", "acme")) {
            rights(node);
        }
    }

    private void load(Connection connection) throws SQLException {
        People people = new People(connection);
        for (int id = 1; id <= 6; id++) {
            people.contact(id, "acme", sentinel("person"), id < 4 ? 3 : 1_500);
            people.message(100 + id, "acme", id, sentinel("message"), 3);
            people.invoice(id, "acme", id, sentinel("invoice"));
        }
        Node.change(
                connection,
                "INSERT INTO page_contact (contact_id, client_id, full_name, email, note) VALUES (9, 'acme', '"
                        + sentinel("literal") + "', '" + sentinel("mail") + "', '" + CONTROL + run + "')");
    }

    private void readAndChange(Connection connection) throws SQLException {
        assertThat(Node.column(connection, "SELECT full_name FROM page_contact ORDER BY contact_id"))
                .startsWith(sentinels.get(0));
        found(connection, "SELECT contact_id FROM page_contact WHERE email = ?", sentinels.get(0) + "@mail.example");
        found(connection, "SELECT contact_id FROM page_contact WHERE full_name IN (?, 'x')", sentinels.get(0));
        found(connection, "SELECT contact_id FROM page_contact WHERE email = ?", sentinel("nobody"));
        assertThat(Node.column(
                        connection,
                        "SELECT contact_id FROM page_contact WHERE full_name = '" + sentinel("search") + "'"))
                .isEmpty();
        Node.change(
                connection,
                "UPDATE page_contact SET full_name = '" + sentinel("renamed") + "', phone = '" + sentinel("phone")
                        + "' WHERE email = '" + sentinels.get(0) + "@mail.example'");
        Node.change(connection, "DELETE FROM message WHERE message_id = 101");
        connection.setAutoCommit(false);
        Node.change(connection, "UPDATE message SET body = '" + sentinel("undone") + "' WHERE message_id = 102");
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private static void found(Connection connection, String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            for (int i = 0; i < 7; i++) { // from the fifth on, the driver has the server prepare it
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                }
            }
        }
    }

    private void rights(Node node) {
        RequestId export = node.protection().rights().submit(SubjectRequest.export(Node.contact("acme", 2)));
        assertThat(node.protection().rights().await(export, PATIENCE).state()).isEqualTo(RequestState.FULFILLED);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        node.protection().rights().download(export, zip);
        assertThat(zip.size()).isPositive();
        assertThat(node.erase(Node.contact("acme", 1)).state()).isEqualTo(RequestState.FULFILLED);
        node.protection()
                .retention()
                .hold(new LegalHold(Node.contact("acme", 4), "matter 7", "a court wants it", Optional.empty()));
        RetentionPlan plan = node.protection().retention().plan(Instant.now());
        RequestId applied = node.protection().retention().apply(plan);
        assertThat(node.protection().rights().await(applied, PATIENCE).state()).isEqualTo(RequestState.FULFILLED);
        assertThat(node.protection().audit().verify().problems()).isEmpty();
    }

    /** What fails says so without the values, in its own words and in the server's log. */
    private void failures(Connection connection, PrintWriter errors) throws SQLException {
        try (Scope scope = Node.as("agent", "support", "acme");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNIQUE INDEX page_contact_mail ON page_contact (client_id, email)");
            Node.change(
                    connection,
                    "INSERT INTO page_contact (contact_id, client_id, email) VALUES (60, 'acme', '" + sentinel("taken")
                            + "')");
            for (String failing : new String[] {
                "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (2, 'acme', '%s')",
                "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (70, 'globex', '%s')",
                "INSERT INTO page_contact (contact_id, client_id, full_name, birth_date) VALUES (71, 'acme', 'x', '%s')",
                "INSERT INTO page_contact (contact_id, client_id, full_name, email) VALUES (72, 'acme', '%s', '"
                        + sentinels.get(sentinels.size() - 1) + "')",
                "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (NULL, 'acme', '%s')",
                "SELECT full_name FROM page_contact WHERE CAST(full_name AS INT) = 1 OR email = '%s'",
                "SELECT full_name FROM page_contact WHERE 1 / (contact_id - contact_id) = 1 OR email = '%s'",
                "SELECT full_name FROM page_contact WHERE email = '%s' OR CAST(note AS INT) = 1",
                "SELECT full_name FROM page_contact WHERE full_name LIKE '%s%%'",
                "SELECT md5(full_name) FROM page_contact WHERE email = '%s'",
                "UPDATE page_contact SET full_name = '%s' WHERE 1 / (contact_id - contact_id) = 1",
                "UPDATE page_contact SET contact_id = 3, full_name = '%s' WHERE contact_id = 2",
                "UPDATE page_contact SET client_id = 'globex', full_name = '%s' WHERE contact_id = 2",
                "INSERT INTO page_contact (contact_id, client_id, full_name) SELECT 73, 'acme', '%s' FROM nowhere",
                "DELETE FROM page_contact WHERE email = '%s' OR CAST(note AS INT) = 1",
                "SELECT full_name FROM page_contact WHERE email = '%s' AND ("
            }) {
                String sql = failing.formatted(sentinel("failing"));
                Throwable failure = catchThrowable(() -> statement.execute(sql));
                assertThat(failure).as(failing).isInstanceOf(SQLException.class);
                failure.printStackTrace(errors);
                ((SQLException) failure).forEach(each -> errors.println(each));
            }
            errors.println(statement);
        }
    }

    /** The scan finds each shape, or it would prove nothing. */
    @Test
    void theScanFindsEveryShape() {
        String value = "Zq1\u00e4fe";
        for (Encodings.Shape shape : Encodings.of(value)) {
            byte[] bytes = new byte[shape.bytes().length + 9];
            System.arraycopy(shape.bytes(), 0, bytes, 4, shape.bytes().length);
            assertThat(new Scan(List.of(value)).in(bytes, Path.of("x")))
                    .extracting(Scan.Hit::shape)
                    .contains(shape.name());
        }
        String encoded = Base64.getEncoder().encodeToString(("ab" + value + "cd").getBytes(StandardCharsets.UTF_8));
        byte[] text = encoded.getBytes(StandardCharsets.US_ASCII);
        assertThat(new Scan(List.of(value)).in(text, Path.of("x"))).isNotEmpty();
    }
}
