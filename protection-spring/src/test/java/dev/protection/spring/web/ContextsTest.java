package dev.protection.spring.web;

import static dev.protection.spring.web.Running.app;
import static dev.protection.spring.web.Running.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.core.Protection;
import dev.protection.spring.PurposeContexts;
import dev.protection.spring.testing.Answers;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where contexts come from, where they go, and where they end. */
class ContextsTest {
    private final ExecutorService one = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        one.shutdownNow();
    }

    @Test
    void tenantOfTheHeader_andOfThePath_areThoseOfTheWork() throws Exception {
        assertThat(get("/support/2", "olga:o", "X-Client", "globex").body()).isEqualTo("Grace Hopper");
        assertThat(get("/support/1", "olga:o", "X-Client", "acme").body()).isEqualTo("Ada Byron");
        assertThat(get("/clients/globex/2", "olga:o").body()).isEqualTo("Grace Hopper");
        assertThat(get("/clients/acme/1", "olga:o", "X-Client", "globex").body())
                .as("the path goes first")
                .isEqualTo("Ada Byron");
    }

    @Test
    void tenantThatIsNotHis_opensNothing_andNoneIsGuessed() throws Exception {
        assertThat(get("/support/2", "anna:a", "X-Client", "globex").body()).startsWith("PROT-ACCESS-DENIED");
        assertThat(get("/clients/globex/2", "anna:a").body()).startsWith("PROT-ACCESS-DENIED");
        assertThat(get("/support/1", "olga:o").body()).startsWith("PROT-CONTEXT-MISSING");
    }

    @Test
    void nobodyInParticular_isTheOneNamedForThat_whereThereIsAPurpose() throws Exception {
        assertThat(get("/open/welcome/1", "").body()).isEqualTo("Ada Byron");
        assertThat(get("/open/1", "").body()).startsWith("PROT-CONTEXT-MISSING");
    }

    @Test
    void accountsAreLookedUpInThatNameToo() throws Exception {
        assertThat(get("/support/1", "anna:a").body()).isEqualTo("Ada Byron");
        assertThat(app().getBean(Accounts.class).actors()).containsExactly("doorkeeper");
    }

    @Test
    void messagesAreTakenInANameOfTheirOwn() throws Exception {
        ContactsApplication.Messages messages = app().getBean(ContactsApplication.Messages.class);
        assertThat(one.submit(() -> messages.name(1)).get(9, TimeUnit.SECONDS)).isEqualTo("postman Ada Byron");
        assertThat(one.submit(ContextsTest::bound).get(9, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void springsExecutor_andThoseWrappedByMicrometer_carryTheContext() throws Exception {
        ExecutorService wrapped = ContextExecutorService.wrap(
                one, ContextSnapshotFactory.builder().build()::captureAll);
        AsyncTaskExecutor springs = app().getBean("applicationTaskExecutor", AsyncTaskExecutor.class);
        try (Scope scope = anna()) {
            assertThat(springs.submit(name()).get(9, TimeUnit.SECONDS)).isEqualTo("Ada Byron");
            assertThat(wrapped.submit(name()).get(9, TimeUnit.SECONDS)).isEqualTo("Ada Byron");
            assertThat(one.submit(app().getBean(Protection.class).carry(name())).get(9, TimeUnit.SECONDS))
                    .isEqualTo("Ada Byron");
            assertThat(one.submit(ContextsTest::bound).get(9, TimeUnit.SECONDS))
                    .as("a plain executor carries nothing, and nothing stayed")
                    .isFalse();
        }
        assertThat(springs.submit(ContextsTest::bound).get(9, TimeUnit.SECONDS)).isFalse();
        assertThatThrownBy(() -> one.submit(name()).get(9, TimeUnit.SECONDS))
                .satisfies(failure -> assertThat(Answers.code(failure)).isEqualTo("PROT-CONTEXT-MISSING"));
    }

    @Test
    void workIsJoinedToItsTrace() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "anna", "", AuthorityUtils.createAuthorityList("ROLE_AGENT", "TENANT_acme")));
        MDC.put("traceId", "0af7651916cd43dd");
        try {
            assertThat(app().getBean(PurposeContexts.class).forPurpose("support"))
                    .map(ProtectionContext::correlationId)
                    .contains("0af7651916cd43dd");
        } finally {
            MDC.clear();
            SecurityContextHolder.clearContext();
        }
    }

    @Test
    void reactorsBridgesToBlockingCode_carryTheContext() {
        Hooks.enableAutomaticContextPropagation();
        try {
            Mono<String> blocking = Mono.fromCallable(name())
                    .subscribeOn(Schedulers.boundedElastic())
                    .contextCapture();
            try (Scope scope = anna()) {
                assertThat(blocking.block()).isEqualTo("Ada Byron");
                assertThat(ProtectionContext.current()).isPresent();
            }
            assertThatThrownBy(blocking::block)
                    .satisfies(failure -> assertThat(Answers.code(failure)).isEqualTo("PROT-CONTEXT-MISSING"));
        } finally {
            Hooks.disableAutomaticContextPropagation();
        }
    }

    private static Scope anna() {
        return ProtectionContext.of(Actor.of("anna", "agent", "acme"), "support", TenantId.of("acme"))
                .open();
    }

    private static boolean bound() {
        return ProtectionContext.current().isPresent();
    }

    private static Callable<String> name() {
        JdbcTemplate jdbc = app().getBean(JdbcTemplate.class);
        return () -> jdbc.queryForObject("SELECT full_name FROM contact WHERE id = 1", String.class);
    }
}
