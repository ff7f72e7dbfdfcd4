package dev.protection.spring.actuate;

import dev.protection.core.Protection;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.jdbc.ProtectionDataSourceAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint {@code protection} and the health of the library's parts. */
@AutoConfiguration(after = ProtectionDataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
@ConditionalOnBean(Protection.class)
public final class ProtectionActuatorAutoConfiguration {
    /** Made by Spring. */
    ProtectionActuatorAutoConfiguration() {}

    /** The endpoint. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
    static class Endpoints {
        @Bean
        @ConditionalOnAvailableEndpoint
        ProtectionEndpoint protectionEndpoint(Protection protection, ProtectionProperties properties) {
            return new ProtectionEndpoint(protection, properties.endpoint().role(), InstantSource.system());
        }
    }

    /** The health. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
    @ConditionalOnEnabledHealthIndicator("protection")
    static class Indicators {
        @Bean
        HealthContributor protectionHealthContributor(Protection protection) {
            return CompositeHealthContributor.fromMap(Parts.of(protection));
        }
    }
}
