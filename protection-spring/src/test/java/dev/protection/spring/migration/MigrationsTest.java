package dev.protection.spring.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.spring.testing.Answers;
import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Migrations create protected tables and fill them, in the name that is declared for them and in no other. */
class MigrationsTest {
    /** With Flyway. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(FlywayAutoConfiguration.class)
    static class Flyway {}

    /** With Liquibase. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(LiquibaseAutoConfiguration.class)
    static class Liquibase {}

    static Stream<Arguments> tools() {
        return Stream.of(Flyway.class, Liquibase.class)
                .flatMap(tool -> Stream.<Supplier<Started>>of(Started::onH2, Started::onPostgres)
                        .map(database -> Arguments.of(tool, database)));
    }

    private static Started on(Supplier<Started> database) {
        return database.get()
                .with("protection.config", "classpath:people.yaml")
                .with("spring.flyway.locations", "classpath:migrations/flyway")
                .with("spring.liquibase.change-log", "classpath:migrations/liquibase/changes.sql");
    }

    private static Started named(Started start) {
        return start.with("protection.contexts.migration.actor", "migrator")
                .with("protection.contexts.migration.roles", "agent")
                .with("protection.contexts.migration.tenant", "acme")
                .with("protection.contexts.migration.purpose", "support");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void migrationsWorkInTheirOwnName_andOnlyThey(Class<?> tool, Supplier<Started> database) throws SQLException {
        Started start = named(on(database));
        for (int again = 0; again < 2; again++) {
            try (ConfigurableApplicationContext app = start.run(JdbcApplication.class, tool)) {
                assertThat(ProtectionContext.current()).isEmpty();
                try (Scope scope = ProtectionContext.of(
                                Actor.of("user-7", "agent", "acme"), "support", TenantId.of("acme"))
                        .open()) {
                    assertThat(app.getBean(JdbcTemplate.class)
                                    .queryForMap("SELECT * FROM person WHERE email = 'ada@acme.example'"))
                            .containsEntry("full_name", "Ada Lovelace")
                            .containsKey("note")
                            .hasSize(6);
                }
            }
        }
        try (Connection beneath = start.connect();
                ResultSet row = beneath.createStatement().executeQuery("SELECT full_name FROM person")) {
            assertThat(row.next()).isTrue();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("Ada", "Love");
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void withoutThatName_theyStopWhereTheyWriteData(Class<?> tool, Supplier<Started> database) {
        Throwable failure = catchThrowable(() -> on(database).run(JdbcApplication.class, tool));
        assertThat(Answers.code(failure)).isEqualTo("PROT-CONTEXT-MISSING");
    }
}
