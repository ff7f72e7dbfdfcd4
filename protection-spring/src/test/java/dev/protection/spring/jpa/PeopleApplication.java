package dev.protection.spring.jpa;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.spring.testing.Started;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** People of several clients, by JPA and by JDBC. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "dev.protection.spring.security.ProtectionSecurityAutoConfiguration"
        })
@EnableJpaRepositories(basePackageClasses = People.class)
@EntityScan(basePackageClasses = Person.class)
class PeopleApplication {
    static Stream<Supplier<Started>> databases() {
        return Stream.of(Started::onH2, Started::onPostgres);
    }

    static Started on(Supplier<Started> database) {
        return database.get()
                .with("protection.config", "classpath:people.yaml")
                .with("spring.jpa.hibernate.ddl-auto", "create")
                .with("spring.datasource.hikari.maximum-pool-size", "1");
    }

    /** Somebody of acme. */
    static Scope as(String role, String purpose) {
        return ProtectionContext.of(Actor.of("user-7", role, "acme"), purpose, TenantId.of("acme"))
                .open();
    }
}
