package dev.protection.spring.ahead;

import dev.protection.spring.ForPurpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says what it reads for two purposes, by JPA and by JDBC. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration"
        })
@EnableJpaRepositories(considerNestedRepositories = true)
@EntityScan(basePackageClasses = AheadApplication.class)
public class AheadApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(AheadApplication.class, arguments).close();
    }

    @Bean
    Work work(People people, JdbcTemplate jdbc) {
        return new Work(people, jdbc);
    }

    @Bean
    ApplicationRunner runner(Work work) {
        return arguments -> System.out.println("By JPA " + work.support() + ", by JDBC " + work.newsletter());
    }

    /** What it does. */
    public static class Work {
        private final People people;
        private final JdbcTemplate jdbc;

        Work(People people, JdbcTemplate jdbc) {
            this.people = people;
            this.jdbc = jdbc;
        }

        @ForPurpose("support")
        public List<String> support() {
            Person ada = new Person();
            ada.id = 1L;
            ada.clientId = "acme";
            ada.fullName = "Ada Byron";
            ada.email = "ada@acme.example";
            people.saveAndFlush(ada);
            return people.findByEmail("ada@acme.example").stream()
                    .map(person -> person.fullName)
                    .toList();
        }

        @ForPurpose("newsletter")
        public List<String> newsletter() {
            return jdbc.queryForList("SELECT full_name FROM person", String.class);
        }
    }

    /** Its people. */
    public interface People extends JpaRepository<Person, Long> {
        List<Person> findByEmail(String email);
    }

    /** One of them. */
    @Entity
    @Table(name = "person")
    public static class Person {
        @Id
        Long id;

        @Column(name = "client_id")
        String clientId;

        @Column(name = "full_name")
        String fullName;

        String email;

        String city;
    }
}
