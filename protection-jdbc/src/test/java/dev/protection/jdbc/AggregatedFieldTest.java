package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The least and the greatest of an encrypted field, of the rows that may be read. */
@SuppressWarnings("try") // a scope is opened to be closed
class AggregatedFieldTest {
    private static Shielded database(TestDatabase product) throws SQLException {
        Shielded shielded = Shielded.on(
                product.freshDatabase(),
                text -> text.replace("type: date, encrypt: true", "type: date, encrypt: true, search: [order]"));
        try (Connection inside = shielded.dataSource().getConnection();
                Scope whole = Shielded.as("job", "acme")) {
            Shielded.run(inside, Shielded.CONTACTS);
            for (int i = 0; i < 12; i++) {
                String tenant = i % 2 == 0 ? "acme" : "globex";
                Shielded.run(
                        inside,
                        "INSERT INTO page_contact (contact_id, client_id, full_name, birth_date) VALUES (" + i + ", '"
                                + tenant + "', 'n', DATE '19" + (70 + i) + "-01-01')");
            }
        }
        return shielded;
    }

    private static final String ENDS = "SELECT CONCAT(MIN(birth_date), ' ', MAX(birth_date)) AS ends FROM page_contact";

    @ParameterizedTest
    @EnumSource
    void valuesOfForeignRowsAreNoneOfTheGroup(TestDatabase product) throws SQLException {
        try (Shielded shielded = database(product);
                Connection inside = shielded.dataSource().getConnection()) {
            try (Scope agent = Shielded.as("agent", "globex")) {
                assertThat(Shielded.strings(inside, ENDS)).containsExactly("1971-01-01 1981-01-01");
                assertThat(Shielded.strings(inside, ENDS + " WHERE contact_id = 2"))
                        .hasSize(1);
            }
            try (Scope job = Shielded.as("job", "acme")) {
                assertThat(Shielded.strings(inside, ENDS)).containsExactly("1970-01-01 1981-01-01");
            }
        }
    }

    /** The value itself decides here, so that a mask in its place would be wrong. */
    @ParameterizedTest
    @EnumSource
    void valuesThatMayNotBeSeenAreNotAggregated(TestDatabase product) throws SQLException {
        try (Shielded shielded = database(product);
                Connection inside = shielded.dataSource().getConnection();
                Scope mailer = ProtectionContext.of(
                                Actor.of("user-7", "mailer", "acme"), "newsletter", TenantId.of("acme"))
                        .open()) {
            assertThatThrownBy(() -> Shielded.strings(inside, ENDS))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void aListThatMariaDbCutsIsNoticed() throws SQLException {
        try (Shielded shielded = database(TestDatabase.MARIADB);
                Connection inside = shielded.dataSource().getConnection();
                Scope job = Shielded.as("job", "acme")) {
            Shielded.run(inside, "SET SESSION group_concat_max_len = 1024");
            assertThatThrownBy(() -> Shielded.strings(inside, ENDS)).hasMessageContaining("PROT-JDBC-AGGREGATE-CAP");
        }
    }
}
