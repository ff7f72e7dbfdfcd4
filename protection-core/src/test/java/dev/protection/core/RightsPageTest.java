package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import dev.protection.core.testing.ActingAs;
import dev.protection.core.testing.ProtectionExtension;
import dev.protection.core.testing.TestClock;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets of the pages about rights. */
@ActingAs(role = "officer", purpose = "support", tenant = "acme")
class RightsPageTest {
    @RegisterExtension
    final ProtectionExtension extension =
            ProtectionExtension.with(builder -> builder.dataMap(Samples.MAP).policy(RightsPageTest::policy));

    private final SubjectRef anna = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    private static Policy policy() {
        return Policy.builder()
                .role(
                        "officer",
                        Grant.of(Action.values())
                                .purposes("support")
                                .categories("name", "email-address", "birth-date", "location")
                                .tenants(TenantScope.ANY))
                .build(Samples.MAP);
    }

    @Test
    void anErasureLeavesItsReceipt(Protection protection) {
        RequestId id = protection.rights().submit(SubjectRequest.erase(anna));
        protection.rights().approve(id);
        RequestStatus status = protection.rights().await(id, Duration.ofSeconds(30));
        ErasureReceipt receipt = protection.rights().receipt(id);
        assertThat(status.state()).isEqualTo(RequestState.FULFILLED);
        assertThat(receipt.phase()).isEqualTo(Phase.ERASED);
    }

    @Test
    void aPlanIsAppliedAndAHoldComesAndGoes(Protection protection, TestClock clock) {
        RetentionPlan plan = protection.retention().plan(clock.instant());
        RequestId run = protection.retention().apply(plan);
        assertThat(protection.rights().await(run, Duration.ofSeconds(30)).state())
                .isEqualTo(RequestState.FULFILLED);
        HoldId hold = protection.retention().hold(new LegalHold(anna, "matter 7", "law suit", Optional.empty()));
        protection.retention().release(hold, "settled");
    }
}
