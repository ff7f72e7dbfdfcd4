package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Emergency;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows and fields that are open in an emergency alone, from the next statement on and until it is over. */
class EmergencyRowsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));

    private static String declared(String text) {
        return text.replace("roles:\n", """
                roles:
                  nurse:
                    - { allow: [READ], for: [support], categories: [location], tenants: own }
                    - { allow: [READ, MODIFY], for: [support], categories: [name, location], tenants: any, break-glass: PT1H }
                """);
    }

    private static int counted(PreparedStatement count, ProtectionContext context) throws SQLException {
        try (Scope scope = context.open();
                ResultSet row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theGlassIsBrokenForOneHour(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(
                        database.freshDatabase(), EmergencyRowsTest::declared, more -> more.clock(now::get));
                Connection connection = shielded.dataSource().getConnection()) {
            try (Scope scope = Shielded.as("job", "acme")) {
                Shielded.run(
                        connection,
                        Shielded.CONTACTS,
                        "INSERT INTO page_contact (contact_id, client_id, full_name, city) VALUES (1, 'acme', 'Ann', 'Oulu')",
                        "INSERT INTO page_contact (contact_id, client_id, full_name, city) VALUES (2, 'globex', 'Ben', 'Oulu')");
            }
            ProtectionContext daily;
            Emergency emergency;
            try (Scope scope = Shielded.as("nurse", "acme");
                    PreparedStatement count = connection.prepareStatement("SELECT COUNT(*) FROM page_contact")) {
                daily = ProtectionContext.current().orElseThrow();
                assertThat(counted(count, daily)).isEqualTo(1);
                assertThatThrownBy(() -> Shielded.strings(connection, "SELECT full_name FROM page_contact"))
                        .hasMessageContaining(AccessDeniedException.CODE);
                emergency = shielded.protection().breakGlass().open("fire in building 2");
                assertThat(counted(count, daily)).isEqualTo(1);
                assertThat(counted(count, emergency.context())).isEqualTo(2);
            }
            try (Scope scope = emergency.context().open()) {
                assertThat(Shielded.strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id"))
                        .isEqualTo(List.of("Ann", "Ben"));
                Shielded.run(connection, "UPDATE page_contact SET city = 'Espoo' WHERE contact_id = 2");
                assertThat(shielded.reads())
                        .anyMatch(read -> emergency.id().equals(read.facts().get("break-glass")));
                now.set(emergency.until());
                assertThatThrownBy(() -> Shielded.strings(connection, "SELECT full_name FROM page_contact"))
                        .hasMessageContaining(AccessDeniedException.CODE);
                assertThatThrownBy(() -> Shielded.run(connection, "UPDATE page_contact SET city = 'Turku'"))
                        .hasMessageContaining(AccessDeniedException.CODE);
            }
            assertThat(shielded.raw("SELECT city FROM page_contact ORDER BY contact_id"))
                    .containsExactly("Oulu", "Espoo");
        }
    }
}
