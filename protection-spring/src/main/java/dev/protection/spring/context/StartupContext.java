package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.spring.NamedContexts;
import dev.protection.spring.ProtectionProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/** Binds the start-up context to the starting thread until the application is ready, its runners included. */
final class StartupContext implements SpringApplicationRunListener {
    private @Nullable Scope lent;

    /** Made by Spring Boot. */
    StartupContext() {}

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext bootstrap, ConfigurableEnvironment environment) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // Such a run is given up half-way and tells nobody; it works with no data.
            return;
        }
        new DeclaredContexts(ProtectionProperties.of(environment))
                .named(NamedContexts.STARTUP)
                .ifPresent(this::bind);
    }

    private void bind(ProtectionContext context) {
        lent = ProtectionContext.none();
        // Ends with the loan.
        context.open();
    }

    @Override
    public void ready(ConfigurableApplicationContext context, @Nullable Duration taken) {
        end();
    }

    @Override
    public void failed(@Nullable ConfigurableApplicationContext context, Throwable failure) {
        end();
    }

    private void end() {
        if (lent != null) {
            lent.close();
            lent = null;
        }
    }
}
