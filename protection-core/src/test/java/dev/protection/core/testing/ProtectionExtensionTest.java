package dev.protection.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.access.AccessDeniedException;
import dev.protection.audit.AuditEvent;
import dev.protection.core.Protection;
import dev.protection.core.Stores;
import dev.protection.encryption.SealedRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProtectionExtension.class)
@ProtectionConfig("classpath:dev/protection/core/testing/protection.yaml")
@ActingAs(role = "agent", purpose = "support", tenant = "acme")
class ProtectionExtensionTest {
    private static final Map<String, Object> ANNA = Map.of("client_id", "acme", "id", 1, "full_name", "Anna");

    @Test
    void aTestRunsUnderItsContextAndSeesWhatWasRecorded(Protection protection, ProtectionProbe probe) {
        List<SealedRow> rows = protection.dataset("contact").write(List.of(ANNA));
        assertThat(protection.dataset("contact").read(rows)).hasSize(1);
        assertThat(probe.assertRecordedOnce(AuditEvent.Kind.READ).subjects()).hasSize(1);
        probe.assertNothingRefused();
        probe.assertNoFindings();
    }

    @Test
    @ActingAs(role = "nobody", purpose = "support", tenant = "acme")
    void theContextOfTheMethodReplacesTheOneOfTheClass(Protection protection, ProtectionProbe probe) {
        assertThatThrownBy(() -> protection.dataset("contact").write(List.of(ANNA)))
                .isInstanceOfSatisfying(AccessDeniedException.class, refusal -> probe.assertRefused(refusal.code()));
        assertThat(probe.events(AuditEvent.Kind.MODIFY)).hasSize(1);
    }

    @Test
    void theClockIsTheTests(Protection protection, TestClock clock, ProtectionProbe probe) {
        clock.advance(Duration.ofDays(3));
        protection.dataset("contact").write(List.of(ANNA));
        assertThat(probe.assertRecordedOnce(AuditEvent.Kind.MODIFY).at())
                .isEqualTo(TestClock.START.plus(Duration.ofDays(3)));
    }

    @Test
    void aContextLeftBoundIsNoticed() {
        ProtectionContext given = ProtectionContext.current().orElseThrow();
        assertThatThrownBy(() -> RunningTest.begin(builder -> builder, Optional.empty()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("before the test began");
        Scope leaked = given.open();
        RunningTest test = running(Optional.of(ProtectionContext.of(given.actor(), "newsletter", given.tenant())));
        assertThatThrownBy(test::end).isInstanceOf(AssertionError.class).hasMessageContaining("close every scope");
        leaked.close();
        assertThatCode(() -> running(Optional.of(given)).end()).doesNotThrowAnyException();
    }

    private static RunningTest running(Optional<ProtectionContext> context) {
        Protection protection = Protection.builder()
                .development()
                .config("classpath:dev/protection/core/testing/protection.yaml")
                .rootKey("test", RunningTest.rootKey())
                .stores(Stores.inMemory())
                .build();
        return new RunningTest(protection, new TestClock(), context, Optional.empty());
    }
}
