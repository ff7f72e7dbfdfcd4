package dev.protection.spring.jdbc;

import dev.protection.core.Protection;
import dev.protection.spring.ProtectionProperties;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The protection, and every data source under it. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProtectionProperties.class)
public final class ProtectionDataSourceAutoConfiguration {
    private static final String OWNER = "protections";

    /** Made by Spring. */
    ProtectionDataSourceAutoConfiguration() {}

    @Bean
    static DataSourceProtector protectionOfDataSources(
            ConfigurableListableBeanFactory beans, Environment environment, ObjectProvider<Protector> protector) {
        return new DataSourceProtector(beans, ProtectionProperties.of(environment), OWNER, protector);
    }

    @Bean
    HostFindings protectionHostFindings() {
        return new HostFindings();
    }

    /** Absent when the application brings its own protection. */
    @Bean
    @ConditionalOnMissingBean(Protection.class)
    ProtectionFactory protectionFactory(
            ConfigurableListableBeanFactory beans, ProtectionProperties properties, HostFindings findings) {
        return new ProtectionFactory(beans, properties, findings);
    }

    @Bean(OWNER)
    Protections protections(
            ProtectionProperties properties,
            ObjectProvider<ProtectionFactory> factory,
            ObjectProvider<Protection> given) {
        ProtectionFactory ours = factory.getIfAvailable();
        return ours == null ? new GivenProtection(given::getObject) : new BuiltProtections(properties, ours);
    }

    @Bean
    Protector protectionProtector(Protections protections) {
        return new Protector(protections);
    }

    @Bean
    UnprotectedRoutes protectionUnprotectedRoutes(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            ProtectionProperties properties,
            Protections protections,
            Protector protector,
            HostFindings findings) {
        return new UnprotectedRoutes(beans, environment, properties, protections, protector, findings);
    }

    /** That of the data source, or of the primary one among several: they are made first, and their protections by them. */
    @Bean(destroyMethod = "")
    @ConditionalOnMissingBean(Protection.class)
    Protection protection(ObjectProvider<DataSource> dataSources, Protector protector, Protections protections) {
        dataSources.stream().forEach(protector::protectionOf);
        return Optional.ofNullable(dataSources.getIfUnique())
                .flatMap(protector::protectionOf)
                .orElseGet(protections::byDefault);
    }
}
