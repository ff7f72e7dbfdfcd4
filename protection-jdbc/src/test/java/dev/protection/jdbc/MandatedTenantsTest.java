package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.rights.SubjectRequest;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Instructions of controllers at the database: a processor does what they say, for whom they say it, and as long. */
class MandatedTenantsTest {
    private static final Instant BEFORE = Instant.parse("2026-05-31T23:59:59Z");
    private static final Instant AFTER = Instant.parse("2026-06-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BEFORE);

    private Shielded shielded(TestDatabase database) {
        return Shielded.on(database.freshDatabase(), MandatedTenantsTest::declared, more -> more.clock(now::get));
    }

    private static String declared(String text) {
        return text.replace("allow: [READ, MODIFY, DELETE]", "allow: [READ, COPY, MODIFY, DELETE]") + """
                tenants:
                  - { id: own, controller: true }
                  - { id: acme, controller: true }
                  - { id: acme-north, parent: acme }
                  - { id: globex, controller: true }
                controllers:
                  globex: { capacity: processor }
                  acme:
                    capacity: processor
                    instructions:
                      - name: acme-2026
                        operations: [READ, MODIFY]
                        for: [support]
                        categories: [name, location]
                        countries: [FI, SE]
                        sub-processors: [Example Hosting Oy]
                        until: "2026-06-01T00:00:00Z"
                        document: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                """;
    }

    private static Scope as(String role, String tenant) {
        Set<TenantId> assigned = Set.of(TenantId.of(tenant));
        Actor actor = new Actor("user-7", Set.of(role), assigned, java.util.Map.of());
        return ProtectionContext.of(actor, "support", TenantId.of(tenant)).open();
    }

    /** Rows of four tenants, put there beneath the protection, where no instruction is asked for. */
    private static Connection filled(Shielded shielded) throws SQLException {
        Connection connection = shielded.dataSource().getConnection();
        try (Scope scope = as("job", "own")) {
            Shielded.run(connection, Shielded.CONTACTS);
        }
        int id = 1;
        for (String tenant : List.of("own", "acme", "acme-north", "globex")) {
            shielded.beneath("INSERT INTO page_contact (contact_id, client_id, city) VALUES (" + id++ + ", '" + tenant
                    + "', 'Oulu')");
        }
        return connection;
    }

    private static List<String> tenants(Connection connection) throws SQLException {
        return Shielded.strings(
                connection, "SELECT client_id FROM page_contact WHERE city = 'Oulu' ORDER BY contact_id");
    }

    private static long gaps(Shielded shielded) {
        return shielded.protection().audit().find(AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED)).stream()
                .filter(event -> "controller-instruction".equals(event.facts().get("gap")))
                .count();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void rowsAreReachedOfWhomAnInstructionCovers_asLongAsItCounts(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            try (Scope scope = as("job", "own")) {
                assertThat(tenants(connection)).containsExactly("own", "acme", "acme-north");
                assertThat(Shielded.strings(connection, "SELECT COUNT(*) FROM page_contact"))
                        .containsExactly("3");
            }
            try (Scope scope = as("job", "acme-north")) {
                assertThat(tenants(connection)).containsExactly("own", "acme", "acme-north");
                assertThat(shielded.reads())
                        .anyMatch(read -> "acme-2026".equals(read.facts().get("instruction")))
                        .anyMatch(read -> read.facts().isEmpty());
            }
            now.set(AFTER);
            try (Scope scope = as("job", "own")) {
                assertThat(tenants(connection)).containsExactly("own");
            }
            assertThat(gaps(shielded)).isZero();
            try (Scope scope = as("job", "acme")) {
                assertThatThrownBy(() -> tenants(connection)).hasMessageContaining(AccessDeniedException.CODE);
            }
            assertThat(gaps(shielded)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatNoInstructionCoversIsRefusedAndRecordedAsAGap(TestDatabase database) throws SQLException {
        try (Shielded shielded = shielded(database);
                Connection connection = filled(shielded)) {
            try (Scope scope = as("agent", "globex")) {
                assertThatThrownBy(() -> tenants(connection)).hasMessageContaining("has given no instruction");
            }
            try (Scope scope = as("agent", "acme")) {
                Shielded.run(
                        connection,
                        "UPDATE page_contact SET city = 'Espoo' WHERE contact_id = 2",
                        "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (9, 'acme', 'Ann')");
                for (String sql : List.of(
                        "SELECT email FROM page_contact",
                        "UPDATE page_contact SET email = 'a@b.example'",
                        "DELETE FROM page_contact")) {
                    assertThatThrownBy(() -> Shielded.run(connection, sql))
                            .as(sql)
                            .hasMessageContaining("has given no instruction");
                }
                assertThatThrownBy(() -> shielded.protection()
                                .rights()
                                .submit(SubjectRequest.export(SubjectRef.of(TenantId.of("acme"), "contact", 2))))
                        .hasMessageContaining("has given no instruction");
            }
            try (Scope scope = as("job", "own")) {
                assertThatThrownBy(() -> Shielded.run(
                                connection,
                                "INSERT INTO page_contact (contact_id, client_id, city) VALUES (10, 'globex', 'Oulu')"))
                        .hasMessageContaining("has given no instruction");
            }
            assertThat(gaps(shielded)).isEqualTo(6);
            assertThat(shielded.raw("SELECT contact_id FROM page_contact")).hasSize(5);
        }
    }
}
