package dev.protection.spring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** Spring Data JDBC, and transactions that only read, begin anew, or nest. */
class DataJdbcTest {
    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataJdbcRepositoriesAutoConfiguration.class)
    @EnableJdbcRepositories
    static class Application {
        @Bean
        Work work() {
            return new Work();
        }
    }

    static Stream<Supplier<Started>> databases() {
        return Stream.of(Started::onH2, Started::onPostgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void repositoriesAndTransactionsKeepTheirMeaning(Supplier<Started> database) {
        Started start = database.get()
                .with("protection.config", "classpath:people.yaml")
                .with("spring.sql.init.mode", "always")
                .with("spring.sql.init.schema-locations", "classpath:migrations/flyway/V1__people.sql")
                .with("protection.contexts.migration.actor", "migrator")
                .with("protection.contexts.migration.roles", "agent")
                .with("protection.contexts.migration.tenant", "acme")
                .with("protection.contexts.migration.purpose", "support")
                .with("spring.datasource.hikari.maximum-pool-size", "2");
        try (ConfigurableApplicationContext app = start.run(JdbcApplication.class, Application.class);
                Scope scope = ProtectionContext.of(Actor.of("user-7", "agent", "acme"), "support", TenantId.of("acme"))
                        .open()) {
            repositories(app.getBean(Clients.class));
            readOnly(app);
            transactions(app.getBean(Work.class), app.getBean(Clients.class));
        }
    }

    private static void repositories(Clients clients) {
        Person bob = clients.save(new Person(null, "acme", "Bob Hope", "bob@acme.example", "Oulu"));
        assertThat(bob.id()).isNotNull();
        assertThat(clients.findById(bob.id())).contains(bob);
        assertThat(clients.findByEmail("bob@acme.example")).containsExactly(bob);
        Page<Person> second = clients.findByCity("Oulu", PageRequest.of(1, 1, Sort.by("id")));
        assertThat(second).containsExactly(bob);
        assertThat(second.getTotalElements()).isEqualTo(2);
        assertThat(clients.names(List.of("ada@acme.example", "bob@acme.example")))
                .containsExactly("Ada Byron", "Bob Hope");
        Person moved = clients.save(new Person(bob.id(), "acme", "Bob Hope", "bob@hope.example", "Turku"));
        assertThat(clients.findAllById(List.of(bob.id()))).containsExactly(moved);
        assertThat(clients.existsByEmail("bob@acme.example")).isFalse();
        clients.saveAll(List.of(Work.client("c@acme.example"), Work.client("d@acme.example")));
        assertThat(clients.count()).isEqualTo(4);
        clients.delete(moved);
        assertThat(clients.existsById(bob.id())).isFalse();
    }

    /** A transaction that may not write still leaves the record of what it read. */
    private static void readOnly(ConfigurableApplicationContext app) {
        long before = reads(app);
        assertThat(app.getBean(Work.class).read("ada@acme.example")).isEqualTo("Ada Byron");
        assertThat(reads(app)).isGreaterThan(before);
    }

    private static long reads(ConfigurableApplicationContext app) {
        return app.getBean(Protection.class)
                .audit()
                .find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ))
                .size();
    }

    private static void transactions(Work work, Clients clients) {
        assertThatThrownBy(() -> work.outer("x")).isInstanceOf(Work.Undone.class);
        assertThat(clients.existsByEmail("outer-x")).isFalse();
        assertThat(clients.findByEmail("inner-x")).extracting(Person::fullName).containsExactly("Name of inner-x");
        work.around("y");
        assertThat(clients.names(List.of("around-y", "nested-y", "after-y")))
                .containsExactly("Name of around-y", "Name of after-y");
    }
}
