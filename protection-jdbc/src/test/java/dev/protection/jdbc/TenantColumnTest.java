package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenant columns of any type, and actors of any number of tenants. */
@SuppressWarnings("try") // a scope is opened to be closed
class TenantColumnTest {
    private static final String ALL = "SELECT contact_id FROM page_contact ORDER BY contact_id";

    private static ProtectionContext of(Set<TenantId> tenants) {
        return ProtectionContext.of(
                new Actor("user-7", Set.of("agent"), tenants, Map.of()),
                "support",
                tenants.iterator().next());
    }

    private static List<String> read(Connection connection, String tenant) throws SQLException {
        try (Scope scope = of(Set.of(TenantId.of(tenant))).open()) {
            return Shielded.strings(connection, ALL);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aNumberIsNamedByItsOneSpelling(TestDatabase database) throws SQLException {
        try (Shielded world = Shielded.on(database);
                Connection connection = world.dataSource().getConnection()) {
            try (Scope scope = Shielded.as("job", "7")) {
                Shielded.run(connection, Shielded.CONTACTS.replace("client_id VARCHAR(40)", "client_id INT"));
            }
            world.beneath("INSERT INTO page_contact (contact_id, client_id) VALUES (1, 7), (2, 8)");

            assertThat(read(connection, "7")).containsExactly("1");
            assertThat(read(connection, "07")).isEmpty();
            assertThat(read(connection, "+7")).isEmpty();
            assertThat(read(connection, "acme")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aUuidIsNamedByItsOneSpelling(TestDatabase database) throws SQLException {
        String id = "0a4b1c2d-0000-4000-8000-00000000abcd";
        try (Shielded world = Shielded.on(database);
                Connection connection = world.dataSource().getConnection()) {
            try (Scope scope = Shielded.as("job", "acme")) {
                Shielded.run(connection, Shielded.CONTACTS.replace("client_id VARCHAR(40)", "client_id UUID"));
            }
            world.beneath("INSERT INTO page_contact (contact_id, client_id) VALUES (1, '" + id + "')");

            assertThat(read(connection, id)).containsExactly("1");
            assertThat(read(connection, id.toUpperCase(java.util.Locale.ROOT))).isEmpty();
            assertThat(read(connection, "acme")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anActorOfTenThousandTenantsReadsByOneStatement(TestDatabase database) throws SQLException {
        Set<TenantId> tenants = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            tenants.add(TenantId.of("location-" + i));
        }
        try (Shielded world = Shielded.on(database);
                Connection connection = world.dataSource().getConnection()) {
            try (Scope scope = Shielded.as("job", "acme")) {
                Shielded.run(connection, Shielded.CONTACTS);
            }
            world.beneath("INSERT INTO page_contact (contact_id, client_id) VALUES (1, 'location-0'), (2, 'elsewhere'),"
                    + " (3, 'location-9999'), (4, 'LOCATION-1')");
            try (Scope scope = of(tenants).open()) {
                assertThat(Shielded.strings(connection, ALL)).containsExactly("1", "3");
                assertThat(Shielded.strings(connection, "SELECT COUNT(*) FROM page_contact"))
                        .containsExactly("2");
            }
        }
    }
}
