package dev.protection.spring.web;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.spring.ForPurpose;
import dev.protection.spring.security.DatasetAuthorization;
import dev.protection.spring.testing.Answers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Contacts of two clients, with an agent for each. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
@EnableMethodSecurity
@EnableAsync
@EnableScheduling
@Import({
    ContactsApplication.Requests.class,
    Contacts.class,
    ContactsApplication.Later.class,
    ContactsApplication.Guarded.class,
    ContactsApplication.Nightly.class,
    ContactsApplication.Messages.class
})
class ContactsApplication {
    private static final String NAME = "SELECT full_name FROM contact WHERE id = ?";

    /** A row as the application has it. */
    record Contact(long id, String clientId) {}

    @Bean
    SecurityFilterChain chain(HttpSecurity http, DatasetAuthorization library) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/removing")
                        .access(library.requires("support", Action.DELETE, "contact"))
                        .requestMatchers("/reading")
                        .access(library.requires("support", Action.READ, "contact"))
                        .requestMatchers("/open/**", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    Accounts users(JdbcTemplate jdbc) {
        return new Accounts(
                jdbc,
                new InMemoryUserDetailsManager(
                        user("anna", "a", "ROLE_AGENT", "TENANT_acme"),
                        user("gus", "g", "ROLE_AGENT", "TENANT_globex"),
                        user("olga", "o", "ROLE_AGENT", "TENANT_acme", "TENANT_globex"),
                        user("dora", "d", "ROLE_DATA_PROTECTION_OFFICER")));
    }

    private static UserDetails user(String name, String password, String... authorities) {
        return User.withUsername(name)
                .password("{noop}" + password)
                .authorities(authorities)
                .build();
    }

    @Bean
    ApplicationRunner load(JdbcTemplate jdbc) {
        return arguments -> {
            jdbc.update("INSERT INTO contact VALUES (?, ?, ?, ?)", 1, "acme", "Ada Byron", "ada@acme.example");
            jdbc.update("INSERT INTO contact VALUES (?, ?, ?, ?)", 2, "globex", "Grace Hopper", "grace@globex.example");
        };
    }

    /** Requests. */
    @RestController
    static class Requests {
        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        Later later;

        @Autowired
        Guarded guarded;

        @GetMapping("/support/{id}")
        @ForPurpose("support")
        String support(@PathVariable int id) {
            return String.join(",", jdbc.queryForList(NAME, String.class, id));
        }

        @GetMapping({"/clients/{client}/{id}", "/open/welcome/{id}"})
        @ForPurpose("support")
        String ofClient(@PathVariable int id) {
            return String.join(",", jdbc.queryForList(NAME, String.class, id));
        }

        @GetMapping("/newsletter/{id}")
        @ForPurpose("newsletter")
        String newsletter(@PathVariable int id) {
            return String.join(",", jdbc.queryForList(NAME, String.class, id));
        }

        @GetMapping({"/purposeless/{id}", "/open/{id}"})
        String purposeless(@PathVariable int id) {
            return String.join(",", jdbc.queryForList(NAME, String.class, id));
        }

        @GetMapping("/undeclared/{id}")
        @ForPurpose("marketing")
        String undeclared(@PathVariable int id) {
            return String.join(",", jdbc.queryForList(NAME, String.class, id));
        }

        @GetMapping("/later/{id}")
        @ForPurpose("support")
        String later(@PathVariable int id) throws ExecutionException, InterruptedException {
            return later.name(id).get();
        }

        @GetMapping("/guarded/{id}/{client}")
        @ForPurpose("support")
        String guarded(@PathVariable long id, @PathVariable String client) {
            return guarded.name(new Contact(id, client));
        }

        @GetMapping("/forgetful")
        String forgetful() {
            ProtectionContext.of(Actor.of("ghost", "agent", "acme"), "support", TenantId.of("acme"))
                    .open();
            return thread();
        }

        @GetMapping("/bound")
        String bound() {
            return thread() + " " + ProtectionContext.current().isPresent();
        }

        @GetMapping({"/removing", "/reading"})
        String letThrough() {
            return "yes";
        }

        @ExceptionHandler(DataAccessException.class)
        ResponseEntity<String> refused(DataAccessException failure) {
            return ResponseEntity.status(409).body(Answers.code(failure) + " " + failure.getMessage());
        }

        private static String thread() {
            return String.valueOf(Thread.currentThread().getId());
        }
    }

    /** Work on another thread. */
    @Service
    static class Later {
        @Autowired
        JdbcTemplate jdbc;

        @Async
        CompletableFuture<String> name(int id) {
            return CompletableFuture.completedFuture(String.join(",", jdbc.queryForList(NAME, String.class, id)));
        }
    }

    /** Work that asks first. */
    @Service
    static class Guarded {
        @Autowired
        JdbcTemplate jdbc;

        @PreAuthorize("hasPermission(#contact, 'READ')")
        String name(Contact contact) {
            return String.join(",", jdbc.queryForList(NAME, String.class, contact.id()));
        }
    }

    /** Work that nobody asks for. */
    @Service
    static class Nightly {
        private final CompletableFuture<Map<String, String>> seen = new CompletableFuture<>();

        @Autowired
        JdbcTemplate jdbc;

        @Scheduled(fixedDelay = 50)
        void run() {
            ProtectionContext bound = ProtectionContext.current().orElseThrow();
            if (!seen.isDone() && jdbc.queryForList(NAME, String.class, 2).size() == 1) {
                seen.complete(Map.of("actor", bound.actor().id(), "purpose", bound.purpose()));
            }
        }

        CompletableFuture<Map<String, String>> seen() {
            return seen;
        }
    }

    /** Work for messages. */
    @Controller
    static class Messages {
        @Autowired
        JdbcTemplate jdbc;

        @MessageMapping("contacts")
        String name(int id) {
            String actor = ProtectionContext.current().orElseThrow().actor().id();
            return actor + " " + String.join(",", jdbc.queryForList(NAME, String.class, id));
        }
    }
}
