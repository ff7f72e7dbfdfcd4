package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Scope;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import dev.protection.core.config.ConfigurationLoader;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody may change the rows of all tenants, but read those of the own one alone. */
@SuppressWarnings("try") // a scope is opened to be closed
class ModifiedRowsTest {
    private static final Policy POLICY = Policy.builder()
            .role(
                    "agent",
                    Grant.of(Action.READ).purposes("support").categories(all()).tenants(TenantScope.OWN))
            .role("agent", change())
            .role("job", change())
            .role(
                    "job",
                    Grant.of(Action.READ).purposes("support").categories(all()).tenants(TenantScope.ANY))
            .build(ConfigurationLoader.load("classpath:e2e.yaml").dataMap().orElseThrow());

    private static String[] all() {
        return new String[] {"name", "email-address", "birth-date", "location", "communication"};
    }

    private static Grant change() {
        return Grant.of(Action.MODIFY, Action.DELETE)
                .purposes("support")
                .categories(all())
                .tenants(TenantScope.ANY);
    }

    private static Shielded database(TestDatabase product, String scope) throws SQLException {
        Shielded shielded = Shielded.on(
                product.freshDatabase(),
                text -> text.replace("collation: exact, provided: true", "collation: exact, index-scope: " + scope)
                        .replace("type: date, encrypt: true", "type: date, encrypt: true, search: [order]"),
                builder -> builder.policy(() -> POLICY));
        try (Connection inside = shielded.dataSource().getConnection();
                Scope whole = Shielded.as("job", "acme")) {
            Shielded.run(inside, Shielded.CONTACTS);
            for (String tenant : List.of("acme", "globex")) {
                int first = tenant.equals("acme") ? 1 : 101;
                Shielded.run(
                        inside,
                        insert(first, tenant, "'Anna'", "'1990-01-01'"),
                        insert(first + 1, tenant, "'Bert'", "'2000-01-01'"),
                        insert(first + 2, tenant, "NULL", "NULL"));
            }
        }
        return shielded;
    }

    private static String insert(int id, String tenant, String name, String born) {
        return "INSERT INTO page_contact (contact_id, client_id, full_name, birth_date, city, note) VALUES (" + id
                + ", '" + tenant + "', " + name + ", " + born + ", 'Oulu', 'old')";
    }

    private static List<String> changed(Shielded shielded) throws SQLException {
        return shielded.raw("SELECT contact_id FROM page_contact WHERE note = 'new' ORDER BY contact_id");
    }

    /** What decides about a row must be read: of a row that may not be read, nothing decides. */
    @ParameterizedTest
    @EnumSource
    void rowsThatAreNotReadableAreNotChosenByTheirFields(TestDatabase product) throws SQLException {
        for (String scope : List.of("tenant", "controller", "root")) {
            try (Shielded shielded = database(product, scope);
                    Connection inside = shielded.dataSource().getConnection();
                    Scope agent = Shielded.as("agent", "acme")) {
                chosen(shielded, inside, "full_name <> 'Anna'", "2");
                chosen(shielded, inside, "full_name != 'Anna' AND city = 'Oulu'", "2");
                chosen(shielded, inside, "full_name NOT IN ('Anna', 'nobody')", "2");
                chosen(shielded, inside, "NOT (full_name = 'Anna')", "2");
                chosen(shielded, inside, "(full_name = 'Anna') IS NULL", "3");
                chosen(shielded, inside, "full_name IS NULL", "3");
                chosen(shielded, inside, "full_name = 'Anna'", "1");
                chosen(shielded, inside, "full_name IN ('Anna', 'Bert')", "1", "2");
                chosen(shielded, inside, "(full_name, city) <> ('Anna', 'Oulu')", "2");
                chosen(shielded, inside, "birth_date > DATE '1995-01-01'", "2");
                chosen(shielded, inside, "birth_date NOT BETWEEN DATE '1995-01-01' AND DATE '2005-01-01'", "1");
                chosen(shielded, inside, "city <> 'Espoo'", "1", "2", "3");
                chosen(
                        shielded,
                        inside,
                        "full_name NOT IN (SELECT p.full_name FROM page_contact p WHERE p.contact_id IN (1, 101))",
                        "2");
                chosen(
                        shielded,
                        inside,
                        "NOT EXISTS (SELECT 1 FROM page_contact p WHERE p.full_name = page_contact.full_name"
                                + " AND p.contact_id <> page_contact.contact_id)",
                        "1",
                        "2",
                        "3");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreRemovedLikewise(TestDatabase product) throws SQLException {
        try (Shielded shielded = database(product, "tenant");
                Connection inside = shielded.dataSource().getConnection();
                Scope agent = Shielded.as("agent", "acme")) {
            try (PreparedStatement delete =
                    inside.prepareStatement("DELETE FROM page_contact WHERE full_name NOT IN (?, ?)")) {
                delete.setString(1, "Anna");
                delete.setString(2, "Zoe");
                assertThat(delete.executeUpdate()).isOne();
            }
            assertThat(shielded.raw("SELECT contact_id FROM page_contact ORDER BY contact_id"))
                    .containsExactly("1", "3", "101", "102", "103");
        }
    }

    /** Columns that are not declared may decide about every row that may be changed. */
    @ParameterizedTest
    @EnumSource
    void rowsAreChosenByOtherColumnsWhetherReadableOrNot(TestDatabase product) throws SQLException {
        try (Shielded shielded = database(product, "tenant");
                Connection inside = shielded.dataSource().getConnection();
                Scope agent = Shielded.as("agent", "acme")) {
            chosen(shielded, inside, "contact_id IN (2, 102)", "2", "102");
        }
    }

    private static void chosen(Shielded shielded, Connection inside, String condition, String... expected)
            throws SQLException {
        try (Statement statement = inside.createStatement()) {
            int count = statement.executeUpdate("UPDATE page_contact SET note = 'new' WHERE " + condition);
            assertThat(changed(shielded)).as(condition).containsExactly(expected);
            assertThat(count).as(condition).isEqualTo(expected.length);
        }
        shielded.beneath("UPDATE page_contact SET note = 'old'");
    }
}
