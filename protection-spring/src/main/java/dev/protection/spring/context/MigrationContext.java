package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.spring.NamedContexts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.util.ClassUtils;

/** Binds the migration context while a bean brings schema or data up to date, which such beans do as they are made. */
final class MigrationContext implements BeanPostProcessor, PriorityOrdered {
    private static final List<String> MIGRATING = List.of(
            "org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer",
            "liquibase.integration.spring.SpringLiquibase",
            "org.springframework.boot.sql.init.AbstractScriptDatabaseInitializer",
            "org.springframework.jdbc.datasource.init.DataSourceInitializer",
            "org.springframework.orm.jpa.AbstractEntityManagerFactoryBean");

    private final List<Class<?>> types;
    private final Supplier<NamedContexts> named;
    private final Deque<Running> running = new ArrayDeque<>();

    private record Running(String bean, Scope scope) {}

    MigrationContext(Supplier<NamedContexts> named) {
        this.named = named;
        ClassLoader loader = MigrationContext.class.getClassLoader();
        this.types = MIGRATING.stream()
                .filter(name -> ClassUtils.isPresent(name, loader))
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, loader))
                .toList();
    }

    @Override
    public @Nullable Object postProcessBeforeInitialization(Object bean, String name) {
        if (types.stream().anyMatch(type -> type.isInstance(bean))) {
            named.get().named(NamedContexts.MIGRATION).ifPresent(context -> begin(name, context));
        }
        return bean;
    }

    private void begin(String name, ProtectionContext context) {
        Scope lent = ProtectionContext.none();
        context.open();
        running.push(new Running(name, lent));
    }

    @Override
    public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
        Running top = running.peek();
        if (top != null && top.bean().equals(name)) {
            running.pop().scope().close();
        }
        return bean;
    }

    /** Last before the bean begins, so that nothing else runs under this context. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
