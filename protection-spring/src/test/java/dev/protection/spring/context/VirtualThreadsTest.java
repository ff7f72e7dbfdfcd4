package dev.protection.spring.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.spring.testing.JdbcApplication;
import dev.protection.spring.testing.Started;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

/** Spring Boot's one property for virtual threads: work on them is under the context of who asked for it. */
class VirtualThreadsTest {
    /** Work that is done later. */
    static class Later {
        @Async
        CompletableFuture<String> actor() {
            return CompletableFuture.completedFuture(who());
        }
    }

    /** The application. */
    @Configuration(proxyBeanMethods = false)
    @EnableAsync
    @ImportAutoConfiguration({TaskExecutionAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
    static class Application {
        @Bean
        Later later() {
            return new Later();
        }
    }

    /** Who acts, and on what kind of thread. */
    private static String who() {
        boolean virtual = Thread.currentThread().toString().startsWith("VirtualThread");
        String actor =
                ProtectionContext.current().map(context -> context.actor().id()).orElse("nobody");
        return actor + (virtual ? " virtually" : "");
    }

    @Test
    void contextIsCarriedToVirtualThreads() throws Exception {
        String there = Runtime.version().feature() >= 21 ? " virtually" : "";
        try (ConfigurableApplicationContext app = Started.onH2()
                .with("protection.config", "classpath:people.yaml")
                .with("spring.threads.virtual.enabled", "true")
                .run(JdbcApplication.class, Application.class)) {
            AsyncTaskExecutor executor = app.getBean("applicationTaskExecutor", AsyncTaskExecutor.class);
            try (Scope scope = ProtectionContext.of(Actor.of("anna", "agent", "acme"), "support", TenantId.of("acme"))
                    .open()) {
                assertThat(executor.submit(VirtualThreadsTest::who).get(9, TimeUnit.SECONDS))
                        .isEqualTo("anna" + there);
                assertThat(app.getBean(Later.class).actor().get(9, TimeUnit.SECONDS))
                        .isEqualTo("anna" + there);
            }
            assertThat(executor.submit(VirtualThreadsTest::who).get(9, TimeUnit.SECONDS))
                    .isEqualTo("nobody" + there);
        }
    }
}
