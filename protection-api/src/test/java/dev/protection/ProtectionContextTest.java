package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try")
class ProtectionContextTest {
    private final ProtectionContext outer = context("outer");
    private final ProtectionContext inner = context("inner");

    private static ProtectionContext context(String purpose) {
        return ProtectionContext.of(Actor.of("user-1", "agent", "acme"), purpose, TenantId.of("acme"));
    }

    @Test
    void scopesNestAndRestore() {
        assertThat(ProtectionContext.current()).isEmpty();
        try (Scope first = outer.open()) {
            try (Scope second = inner.open()) {
                assertThat(ProtectionContext.current()).contains(inner);
            }
            assertThat(ProtectionContext.current()).contains(outer);
        }
        assertThat(ProtectionContext.current()).isEmpty();
    }

    @Test
    void anotherThreadInheritsNothing() {
        try (Scope scope = outer.open()) {
            assertThat(CompletableFuture.supplyAsync(ProtectionContext::current).join())
                    .isEmpty();
            assertThat(CompletableFuture.supplyAsync(ProtectionContext::current, Runnable::run)
                            .join())
                    .contains(outer);
        }
    }

    @Test
    void closingOutOfOrderIsRefusedAndChangesNothing() {
        Scope first = outer.open();
        Scope second = inner.open();
        assertThatThrownBy(first::close).isInstanceOf(IllegalStateException.class);
        assertThat(ProtectionContext.current()).contains(inner);
        second.close();
        first.close();
        assertThat(ProtectionContext.current()).isEmpty();
    }

    @Test
    void closingTwiceDoesNotCloseTheScopeBelow() {
        try (Scope first = outer.open()) {
            Scope second = inner.open();
            second.close();
            second.close();
            assertThat(ProtectionContext.current()).contains(outer);
        }
    }

    @Test
    void scopeForgottenOnALentThread_endsWithTheLoan() {
        Scope lent = ProtectionContext.none();
        Scope forgotten = outer.open();
        lent.close();
        assertThat(ProtectionContext.current()).isEmpty();
        assertThatThrownBy(forgotten::close).isInstanceOf(IllegalStateException.class);
        lent.close();
    }

    @Test
    void none_hidesWhatIsAround_untilItEnds() {
        try (Scope first = outer.open()) {
            try (Scope lent = ProtectionContext.none()) {
                assertThat(ProtectionContext.current()).isEmpty();
            }
            assertThat(ProtectionContext.current()).contains(outer);
        }
    }
}
