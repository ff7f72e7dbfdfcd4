package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts shown as keyed hashes: who sees them can tell equal ones, and do nothing else with them. */
class HashMaskTest {
    private static String declared(String text) {
        return text.replace(
                                "  newsletter:",
                                "  onboarding: { basis: contract, categories: [name, location] }\n  newsletter:")
                        .replace("purposes: [support, newsletter]", "purposes: [support, newsletter, onboarding]")
                        .replace("for: [support]", "for: [support, onboarding]")
                + "masks:\n  name: { support: hash }\n";
    }

    private static Scope as(String purpose) {
        return ProtectionContext.of(Actor.of("user-7", "agent", "acme"), purpose, TenantId.of("acme"))
                .open();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void equalTextsAreSeenToBeEqual_andAreNotWrittenBack(TestDatabase database) throws SQLException {
        try (Shielded shielded = Shielded.on(database.freshDatabase(), HashMaskTest::declared);
                Connection connection = shielded.dataSource().getConnection()) {
            try (Scope scope = as("onboarding")) {
                Shielded.run(connection, Shielded.CONTACTS);
                int id = 0;
                for (String name : List.of("'Ann'", "'Ben'", "'Ann'", "NULL")) {
                    Shielded.run(
                            connection,
                            "INSERT INTO page_contact (contact_id, client_id, full_name) VALUES (" + id++ + ", 'acme', "
                                    + name + ")");
                }
            }
            try (Scope scope = as("support")) {
                List<String> names =
                        Shielded.strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id");
                assertThat(names.get(0)).matches("#[0-9a-f]{16}").isEqualTo(names.get(2));
                assertThat(names.get(1)).matches("#[0-9a-f]{16}").isNotEqualTo(names.get(0));
                assertThat(names.get(3)).isNull();
                for (String sql : List.of(
                        "SELECT contact_id FROM page_contact WHERE full_name = 'Ann'",
                        "UPDATE page_contact SET full_name = '" + names.get(0) + "' WHERE contact_id = 0")) {
                    assertThatThrownBy(() -> Shielded.run(connection, sql))
                            .as(sql)
                            .hasMessageContaining(AccessDeniedException.CODE);
                }
            }
            try (Scope scope = as("onboarding")) {
                assertThat(Shielded.strings(connection, "SELECT full_name FROM page_contact ORDER BY contact_id"))
                        .containsExactly("Ann", "Ben", "Ann", null);
            }
        }
    }
}
