package dev.protection.spring.clinic;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** A clinic whose code knows nothing of the library. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "dev.protection.spring.security.ProtectionSecurityAutoConfiguration"
        })
@EnableJpaRepositories(considerNestedRepositories = true)
@EntityScan(basePackageClasses = Owner.class)
public class ClinicApplication {}
