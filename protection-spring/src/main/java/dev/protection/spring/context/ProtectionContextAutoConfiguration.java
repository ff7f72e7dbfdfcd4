package dev.protection.spring.context;

import dev.protection.TenantId;
import dev.protection.spring.ActorSource;
import dev.protection.spring.NamedContexts;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.TenantResolver;
import dev.protection.spring.jdbc.ProtectionDataSourceAutoConfiguration;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

/** Contexts: by {@link dev.protection.spring.ForPurpose}, by name, and over executors. */
@AutoConfiguration(before = TaskExecutionAutoConfiguration.class, after = ProtectionDataSourceAutoConfiguration.class)
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
@EnableConfigurationProperties(ProtectionProperties.class)
public final class ProtectionContextAutoConfiguration {
    /** Made by Spring. */
    ProtectionContextAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    NamedContexts protectionNamedContexts(ProtectionProperties properties) {
        return new DeclaredContexts(properties);
    }

    @Bean
    WorkContexts protectionWorkContexts(
            ObjectProvider<ActorSource> actors,
            ObjectProvider<TenantResolver> tenants,
            NamedContexts named,
            ObjectProvider<CorrelationIds> correlations) {
        return new WorkContexts(
                () -> actors.orderedStream().toList(),
                () -> tenants.orderedStream().toList(),
                named,
                () -> correlations.getIfAvailable(() -> CorrelationIds::logged).current());
    }

    @Bean
    static WorkPostProcessor protectionOfWork(ObjectProvider<WorkContexts> contexts, Environment environment) {
        WorkKinds kinds = new WorkKinds();
        return new WorkPostProcessor(
                kinds,
                new WorkInterceptor(kinds, contexts::getObject),
                environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true));
    }

    @Bean
    static MigrationContext protectionOfMigrations(ObjectProvider<NamedContexts> named) {
        return new MigrationContext(named::getObject);
    }

    @Bean
    @ConditionalOnMissingBean(ContextPropagatingTaskDecorator.class)
    TaskDecorator protectionTaskDecorator() {
        return new ContextPropagatingTaskDecorator();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    TenantResolver protectionFixedTenant(ProtectionProperties properties) {
        return actor -> properties.tenant().only().map(TenantId::of);
    }

    /** The trace of Micrometer Tracing, where the logs need not have it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Tracer.class)
    static class Traced {
        @Bean
        CorrelationIds protectionTraceIds(ObjectProvider<Tracer> tracers) {
            return () -> Optional.ofNullable(tracers.getIfAvailable())
                    .flatMap(tracer -> Optional.ofNullable(tracer.currentSpan()))
                    .map(Span::context)
                    .map(context -> context.traceId())
                    .filter(id -> !id.isBlank())
                    .or(CorrelationIds::logged);
        }
    }
}
