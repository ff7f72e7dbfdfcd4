package dev.protection.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.spring.ForPurpose;
import dev.protection.spring.context.ProtectionContextAutoConfiguration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A plain context that imports what it needs: no application of Spring Boot's, no automatic configuration. */
class PlainConfigurationTest {
    /** The application. */
    @Configuration
    @Import({ProtectionDataSourceAutoConfiguration.class, ProtectionContextAutoConfiguration.class})
    static class Plain {
        @Bean
        DataSource people() {
            return new DriverManagerDataSource("jdbc:h2:mem:plain_configuration;DB_CLOSE_DELAY=-1", "sa", "");
        }

        @Bean
        Names names(DataSource people) {
            return new Names(people);
        }
    }

    /** Its work. */
    static class Names {
        private final JdbcTemplate jdbc;

        Names(DataSource people) {
            this.jdbc = new JdbcTemplate(people);
        }

        void create() {
            jdbc.execute("CREATE TABLE person (id BIGINT PRIMARY KEY, client_id VARCHAR(20) NOT NULL,"
                    + " full_name VARCHAR(80), email VARCHAR(80), city VARCHAR(80))");
            jdbc.update("INSERT INTO person VALUES (1, 'acme', 'Ada Byron', 'ada@acme.example', 'Oulu')");
        }

        @ForPurpose("newsletter")
        String masked() {
            return name();
        }

        String name() {
            return jdbc.queryForObject("SELECT full_name FROM person", String.class);
        }
    }

    @Test
    void dataSourceIsProtected_andPurposesAreBound() {
        try (AnnotationConfigApplicationContext app = new AnnotationConfigApplicationContext()) {
            app.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("protection.config", "classpath:people.yaml")));
            app.register(Plain.class);
            app.refresh();
            Names names = app.getBean(Names.class);
            try (Scope scope = ProtectionContext.of(Actor.of("user-7", "agent", "acme"), "support", TenantId.of("acme"))
                    .open()) {
                names.create();
                assertThat(names.name()).isEqualTo("Ada Byron");
                assertThat(names.masked()).isEqualTo("***");
            }
            assertThatThrownBy(names::name).hasMessageContaining("PROT-CONTEXT-MISSING");
        }
    }
}
