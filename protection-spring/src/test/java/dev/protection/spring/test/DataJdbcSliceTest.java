package dev.protection.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jdbc.test.autoconfigure.DataJdbcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.data.repository.ListCrudRepository;

/** A slice of Spring Data JDBC. */
@DataJdbcTest(
        properties = {
            "spring.liquibase.enabled=false",
            "spring.flyway.enabled=false",
            "protection.config=classpath:several-contacts.yaml",
            "protection.profile=development",
            "spring.sql.init.schema-locations=classpath:contacts-schema.sql"
        })
class DataJdbcSliceTest {
    @Autowired
    Contacts contacts;

    @Autowired
    JdbcAggregateTemplate template;

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableJdbcRepositories(considerNestedRepositories = true)
    static class Application {}

    /** Its rows. */
    @Table
    record Contact(@Id Long id, String clientId, String fullName, String email) {}

    /** Its repository. */
    interface Contacts extends ListCrudRepository<Contact, Long> {
        List<Contact> findByEmail(String email);
    }

    @Test
    @WithProtectionContext(actor = "tester", roles = "agent", purpose = "support", tenant = "acme")
    void sliceIsProtected() {
        Contact ada = template.insert(new Contact(1L, "acme", "Ada Byron", "ada@acme.example"));
        assertThat(contacts.findByEmail("ada@acme.example")).containsExactly(ada);
    }
}
