package dev.protection.spring.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.spring.ActorSource;
import dev.protection.spring.PurposeContexts;
import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** The records of one piece of work have the id of its trace, whether the logs have it or not. */
class TracedWorkTest {
    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    static class Application {
        @Bean
        Tracer tracer() {
            return answering(Tracer.class, () -> TRACE.get() == null ? null : span());
        }

        @Bean
        Nightly nightly() {
            return new Nightly();
        }

        /** Somebody is signed in while there is a trace. */
        @Bean
        ActorSource actors() {
            return () -> Optional.ofNullable(TRACE.get())
                    .filter(trace -> !trace.startsWith("nobody"))
                    .map(trace -> Actor.of("anna", "agent", "acme"));
        }
    }

    /** Work that nobody asks for. */
    static class Nightly {
        @Scheduled(fixedDelay = 1_000)
        Optional<String> correlation() {
            return ProtectionContext.current().map(ProtectionContext::correlationId);
        }
    }

    @Test
    void workHasTheIdOfItsTrace() {
        try (ConfigurableApplicationContext app = Started.onH2()
                .with("protection.config", "classpath:people.yaml")
                .with("protection.contexts.scheduled.actor", "nightly")
                .with("protection.contexts.scheduled.roles", "agent")
                .with("protection.contexts.scheduled.tenant", "acme")
                .with("protection.contexts.scheduled.purpose", "support")
                .run(JdbcApplication.class, Application.class)) {
            PurposeContexts contexts = app.getBean(PurposeContexts.class);
            TRACE.set("0af7651916cd43dd8448eb211c80319c");
            assertThat(contexts.forPurpose("support"))
                    .map(ProtectionContext::correlationId)
                    .contains("0af7651916cd43dd8448eb211c80319c");
            TRACE.set("nobody-b7ad6b7169203331");
            assertThat(app.getBean(Nightly.class).correlation()).contains("nobody-b7ad6b7169203331");
            TRACE.remove();
            assertThat(app.getBean(Nightly.class).correlation())
                    .as("without a trace one of its own")
                    .hasValueSatisfying(id -> assertThat(id).isNotBlank().doesNotContain("b7ad"));
        } finally {
            TRACE.remove();
        }
    }

    private static Span span() {
        return answering(Span.class, () -> answering(TraceContext.class, TRACE::get));
    }

    /** Something that gives one answer, whatever it is asked. */
    private static <T> T answering(Class<T> type, Supplier<Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "currentSpan", "context", "traceId" -> answer.get();
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> type.getSimpleName();
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
