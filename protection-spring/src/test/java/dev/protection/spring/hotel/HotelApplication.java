package dev.protection.spring.hotel;

import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** A hotel whose code knows nothing of the library. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration",
            "dev.protection.spring.security.ProtectionSecurityAutoConfiguration"
        })
@EnableJpaRepositories
@EnableJpaAuditing
@EntityScan(basePackageClasses = Guest.class)
class HotelApplication {
    @Bean
    AuditorAware<String> auditor() {
        return () -> Optional.of("desk");
    }
}
