package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application that lets everybody everywhere, and leaves the console to guard itself. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
class ConsoleApplication {
    @Bean
    SecurityFilterChain chain(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(user("agent", "AGENT"), user("officer", "DATA_PROTECTION_OFFICER"));
    }

    private static UserDetails user(String name, String role) {
        return User.withUsername(name)
                .password("{noop}" + name)
                .authorities("ROLE_" + role, "TENANT_globex")
                .build();
    }

    @Bean
    ApplicationRunner load(JdbcTemplate jdbc) {
        return arguments -> {
            for (int id = 1; id <= 9; id++) {
                jdbc.update(
                        "INSERT INTO contact VALUES (?, 'acme', ?, ?)", id, "Ada <" + id + ">", id + "@acme.example");
            }
            jdbc.update("INSERT INTO letter VALUES (1, 'acme', 7, 'Thank you', DATE '2020-01-01')");
        };
    }

    @Bean
    Told told() {
        return new Told();
    }

    /** A place of the application's own that holds nothing and notes what it is told. */
    static final class Told implements PersonalDataSource {
        private final List<SubjectState> states = new ArrayList<>();

        synchronized List<SubjectState> states() {
            return List.copyOf(states);
        }

        @Override
        public synchronized void restrict(SubjectState now, RunContext run) {
            states.add(now);
        }

        @Override
        public SourceDescriptor describe() {
            return new SourceDescriptor("told", 1, new TreeSet<>(List.of("told")), new TreeSet<>());
        }

        @Override
        public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }

        @Override
        public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
            return Page.last(List.of());
        }
    }
}
