package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.protection.ProtectionException;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.testing.servers.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever holds the database moves, cuts, bends and replaces cells: none of them opens, none is handed out. */
class CellsTest {
    private static final String NAME_OF_1 = "SELECT full_name FROM page_contact WHERE contact_id = 1";
    private static final String SET_NAME_OF_1 = "UPDATE page_contact SET full_name = ? WHERE contact_id = 1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A node, a connection through it and one beneath it. */
    private record World(Node node, Connection connection, Connection beneath, Cells cells) implements AutoCloseable {
        static World on(TestDatabase database) throws SQLException {
            return on(Node.on(database.freshDatabase(), State.fresh()));
        }

        private static World on(Node node) throws SQLException {
            Connection connection = node.connection();
            People.threeOn(connection);
            Connection beneath = node.beneath();
            return new World(node, connection, beneath, new Cells(beneath));
        }

        String name() throws SQLException {
            return name("acme");
        }

        String name(String tenant) throws SQLException {
            try (Scope scope = Node.as("agent", "support", tenant)) {
                return Node.column(connection, NAME_OF_1).get(0);
            }
        }

        String export(SubjectRef subject) {
            try (Scope scope = Node.as("dpo", "onboarding", subject.tenant().value())) {
                RequestId id = node.protection().rights().submit(SubjectRequest.export(subject));
                assertThat(node.protection().rights().await(id, PATIENCE).state())
                        .isEqualTo(RequestState.FULFILLED);
                ByteArrayOutputStream zip = new ByteArrayOutputStream();
                node.protection().rights().download(id, zip);
                return text(zip.toByteArray());
            }
        }

        private static String text(byte[] zip) {
            StringBuilder text = new StringBuilder();
            try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
                while (entries.getNextEntry() != null) {
                    text.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }

        @Override
        public void close() throws SQLException {
            beneath.close();
            connection.close();
            node.close();
        }
    }

    private static void refused(ThrowingCallable read, String code) {
        assertThatThrownBy(read).isInstanceOfSatisfying(SQLDataException.class, refusal -> {
            assertThat(refusal.getSQLState()).isEqualTo("22000");
            assertThat(refusal.getCause())
                    .isInstanceOfSatisfying(
                            ProtectionException.class,
                            cause -> assertThat(cause.code()).isEqualTo(code));
            assertThat(refusal.getMessage())
                    .startsWith(code)
                    .doesNotContain("Anna")
                    .doesNotContain("Bert")
                    .doesNotContain("Cleo");
        });
    }

    private static void refusedEverywhere(World world, String code) {
        refused(world::name, code);
        Throwable refusal = catchThrowable(() -> world.export(Node.contact("acme", 1)));
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        ProtectionException.class,
                        cause -> assertThat(cause.code()).isEqualTo(code));
        assertThat(refusal).hasMessageNotContaining("Bert");
    }

    @ParameterizedTest
    @EnumSource
    void aCellInAColumnThatIsNotEncryptedIsNotHandedOut(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            byte[] cell = world.cells().get(NAME_OF_1);
            String type = database == TestDatabase.POSTGRESQL ? "BYTEA" : "VARBINARY(400)";
            Node.change(world.beneath(), "ALTER TABLE page_contact ADD COLUMN picture " + type);
            world.cells().put("UPDATE page_contact SET picture = ? WHERE contact_id = 1", cell);
            refused(() -> picture(world), "PROT-CELL-MISPLACED");

            // Bytes of the application's own that only look like a cell are its own business.
            byte[] own = cell.clone();
            own[1] ^= 1;
            world.cells().put("UPDATE page_contact SET picture = ? WHERE contact_id = 1", own);
            assertThat(picture(world)).isEqualTo(own);
        }
    }

    private static byte[] picture(World world) throws SQLException {
        try (Scope scope = Node.as("agent", "support", "acme");
                Statement statement = world.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT picture FROM page_contact WHERE contact_id = 1")) {
            rows.next();
            return rows.getBytes("picture");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMovedCellDoesNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            byte[] own = world.cells().get(NAME_OF_1);
            for (String other : new String[] {
                "SELECT email FROM page_contact WHERE contact_id = 1",
                "SELECT phone FROM page_contact WHERE contact_id = 1",
                "SELECT body FROM message WHERE message_id = 1",
                "SELECT full_name FROM invoice WHERE invoice_id = 1",
                "SELECT full_name FROM page_contact WHERE contact_id = 2",
                "SELECT full_name FROM page_contact WHERE contact_id = 3"
            }) {
                world.cells().put(SET_NAME_OF_1, world.cells().get(other));
                refusedEverywhere(world, "PROT-CELL-NOT-AUTHENTIC");
                world.cells().put(SET_NAME_OF_1, own);
                assertThat(world.name()).isEqualTo("Anna");
            }
            assertThat(world.export(Node.contact("acme", 1))).contains("Anna").doesNotContain("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowWhoseTenantOrPersonWasChangedBeneathDoesNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            Node.change(world.beneath(), "UPDATE page_contact SET client_id = 'globex' WHERE contact_id = 1");
            refused(() -> world.name("globex"), "PROT-CELL-NOT-AUTHENTIC");
            assertThatThrownBy(() -> world.export(Node.contact("globex", 1))).isInstanceOf(ProtectionException.class);
            Node.change(world.beneath(), "UPDATE page_contact SET client_id = 'acme' WHERE contact_id = 1");
            Node.change(world.beneath(), "UPDATE message SET contact_id = 2 WHERE message_id = 1");
            try (Scope scope = Node.as("agent", "support", "acme")) {
                refused(
                        () -> Node.column(world.connection(), "SELECT body FROM message WHERE message_id = 1"),
                        "PROT-CELL-NOT-AUTHENTIC");
            }
            assertThatThrownBy(() -> world.export(Node.contact("acme", 2))).isInstanceOf(ProtectionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCutOrExtendedCellDoesNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            byte[] own = world.cells().get(NAME_OF_1);
            for (int length = 0; length < own.length; length++) {
                world.cells().put(SET_NAME_OF_1, Arrays.copyOf(own, length));
                refusedWithAnyCode(world::name);
            }
            world.cells().put(SET_NAME_OF_1, Arrays.copyOf(own, own.length + 1));
            refusedEverywhere(world, "PROT-CELL-NOT-AUTHENTIC");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCellWithABitOfAnyByteTurnedDoesNotOpen(TestDatabase database) throws SQLException {
        turned(database, Byte.SIZE + 1);
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource
    void aCellWithAnyBitTurnedDoesNotOpen(TestDatabase database) throws SQLException {
        turned(database, 1);
    }

    private static void turned(TestDatabase database, int step) throws SQLException {
        try (World world = World.on(database);
                Scope scope = Node.as("agent", "support", "acme");
                PreparedStatement query = world.connection().prepareStatement(NAME_OF_1)) {
            byte[] own = world.cells().get(NAME_OF_1);
            for (int bit = 0; bit < own.length * Byte.SIZE; bit += step) {
                byte[] turned = own.clone();
                turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                world.cells().put(SET_NAME_OF_1, turned);
                refusedWithAnyCode(() -> {
                    try (ResultSet rows = query.executeQuery()) {
                        rows.next();
                        rows.getString(1);
                    }
                });
            }
        }
    }

    private static void refusedWithAnyCode(ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOfSatisfying(SQLDataException.class, refusal -> {
            assertThat(refusal.getSQLState()).isEqualTo("22000");
            assertThat(refusal.getCause())
                    .isInstanceOfSatisfying(
                            ProtectionException.class,
                            cause -> assertThat(cause.code())
                                    .isIn("PROT-CELL-NOT-AUTHENTIC", "PROT-CELL-SHAPE", "PROT-KEY-UNKNOWN"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCellOfAnotherInstallationDoesNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database);
                World other = World.on(database)) {
            byte[] foreign = other.cells().get(NAME_OF_1);
            world.cells().put(SET_NAME_OF_1, foreign);
            refusedEverywhere(world, "PROT-KEY-UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatWasExchangedDoesNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database);
                World other = World.on(database)) {
            long id = KeyRows.idOf(world.cells().get(NAME_OF_1));
            byte[] foreign =
                    KeyRows.wrapped(other.beneath(), KeyRows.idOf(other.cells().get(NAME_OF_1)));
            byte[] neighbours = KeyRows.wrapped(
                    world.beneath(),
                    KeyRows.idOf(world.cells().get("SELECT full_name FROM page_contact WHERE contact_id = 2")));
            for (byte[] wrapped : new byte[][] {foreign, neighbours, new byte[0], {1, 2, 3}}) {
                KeyRows.exchange(world.beneath(), id, wrapped);
                try (Node restarted = world.node().again()) {
                    refused(() -> nameOn(restarted), "PROT-KEY-WRAPPED");
                }
            }
        }
    }

    private static String nameOn(Node node) throws SQLException {
        try (Connection connection = node.connection();
                Scope scope = Node.as("agent", "support", "acme")) {
            return Node.column(connection, NAME_OF_1).get(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCellOfAnErasedPersonIsNothingAnywhere(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            byte[] erased = world.cells().get("SELECT full_name FROM page_contact WHERE contact_id = 2");
            assertThat(world.node().erase(Node.contact("acme", 2)).state()).isEqualTo(RequestState.FULFILLED);
            world.cells().put(SET_NAME_OF_1, erased);
            try (Scope scope = Node.as("agent", "support", "acme");
                    Statement statement = world.connection().createStatement();
                    ResultSet rows = statement.executeQuery(NAME_OF_1)) {
                rows.next();
                assertThat(rows.getString(1)).isNull();
                assertThat((Throwable) rows.getWarnings()).isNotNull();
            }
            assertThat(world.export(Node.contact("acme", 1))).doesNotContain("Bert");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoCellDoesNotPassForAValue(TestDatabase database) throws SQLException {
        try (World world = World.on(database)) {
            world.cells().put(SET_NAME_OF_1, "Mallory".getBytes(StandardCharsets.UTF_8));
            refusedEverywhere(world, "PROT-CELL-SHAPE");
            assertThatThrownBy(world::name).hasMessageNotContaining("Mallory");
        }
    }

    /** Retention looks at rows, never into cells: what does not open is removed when it is due all the same. */
    @ParameterizedTest
    @EnumSource
    void retentionRemovesRowsWhoseCellsDoNotOpen(TestDatabase database) throws SQLException {
        try (World world = World.on(database);
                Scope scope = Node.as("dpo", "onboarding", "acme")) {
            world.cells()
                    .put(
                            "UPDATE page_contact SET full_name = ? WHERE contact_id = 2",
                            world.cells().get(NAME_OF_1));
            world.cells()
                    .put(
                            "UPDATE message SET body = ? WHERE message_id = 2",
                            "no cell".getBytes(StandardCharsets.UTF_8));
            RetentionPlan plan = world.node().protection().retention().plan(Instant.now());
            assertThat(plan.toString()).doesNotContain("Anna").doesNotContain("Bert");
            RequestId id = world.node().protection().retention().apply(plan);
            assertThat(world.node().protection().rights().await(id, PATIENCE).state())
                    .isEqualTo(RequestState.FULFILLED);
            assertThat(Node.column(world.beneath(), "SELECT contact_id FROM page_contact ORDER BY contact_id"))
                    .containsExactly("1", "3");
            assertThat(Node.column(world.beneath(), "SELECT message_id FROM message ORDER BY message_id"))
                    .containsExactly("1", "3");
        }
    }
}
