package dev.protection.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionContext;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

@DataJpaTest(
        properties = {
            "spring.liquibase.enabled=false",
            "spring.flyway.enabled=false",
            "protection.config=classpath:several-contacts.yaml",
            "protection.profile=development"
        })
@WithProtectionContext(actor = "tester", roles = "agent", purpose = "support", tenant = "acme")
class OwnersSliceTest {
    @Autowired
    People people;

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EntityScan(basePackageClasses = Person.class)
    @EnableJpaRepositories(considerNestedRepositories = true)
    static class Application {}

    /** Its repository. */
    interface People extends JpaRepository<Person, Long> {
        List<Person> findByEmail(String email);
    }

    /** Its entity. */
    @Entity
    @Table(name = "contact")
    static class Person {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(name = "client_id")
        String clientId;

        @Column(name = "full_name")
        String fullName;

        String email;
    }

    @Test
    void sliceIsProtected() {
        Person ada = new Person();
        ada.clientId = "acme";
        ada.fullName = "Ada Byron";
        ada.email = "ada@acme.example";
        people.saveAndFlush(ada);
        assertThat(people.findByEmail("ada@acme.example")).hasSize(1);
        assertThat(ProtectionContext.current())
                .map(context -> context.actor().id())
                .contains("tester");
    }

    @Test
    @WithProtectionContext(roles = "agent", purpose = "newsletter", tenant = "acme")
    void methodGoesBeforeClass() {
        assertThat(ProtectionContext.current()).map(ProtectionContext::purpose).contains("newsletter");
    }
}
