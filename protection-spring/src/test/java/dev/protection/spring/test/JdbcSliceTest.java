package dev.protection.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.spring.testing.Answers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slice of JDBC over a declaration that names no place, which one property makes up for. */
@JdbcTest(
        properties = {
            "spring.liquibase.enabled=false",
            "spring.flyway.enabled=false",
            "protection.config=classpath:several-contacts.yaml",
            "protection.profile=development",
            "spring.sql.init.schema-locations=classpath:contacts-schema.sql"
        })
class JdbcSliceTest {
    private static final String INSERT = "INSERT INTO contact VALUES (1, 'acme', 'Ada Byron', 'ada@acme.example')";

    @Autowired
    JdbcTemplate jdbc;

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    @WithProtectionContext(actor = "tester", roles = "agent", purpose = "support", tenant = "acme")
    void sliceIsProtected() {
        jdbc.update(INSERT);
        assertThat(jdbc.queryForObject("SELECT full_name FROM contact WHERE email = 'ada@acme.example'", String.class))
                .isEqualTo("Ada Byron");
    }

    @Test
    void withoutAContextItIsRefused() {
        assertThatThrownBy(() -> jdbc.update(INSERT))
                .satisfies(failure -> assertThat(Answers.code(failure)).isEqualTo("PROT-CONTEXT-MISSING"));
    }
}
