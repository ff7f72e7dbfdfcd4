package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.MissingContextException;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import dev.protection.audit.AuditQuery;
import dev.protection.core.testing.ProtectionExtension;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request is decided about by whose it is and what it does, whoever made it. */
class DecidedRightsTest {
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    @RegisterExtension
    final ProtectionExtension extension =
            ProtectionExtension.with(builder -> builder.dataMap(Samples.MAP).policy(DecidedRightsTest::policy));

    private static Grant grant(Action... actions) {
        return Grant.of(actions)
                .purposes("support")
                .categories("name", "email-address", "birth-date", "location")
                .tenants(TenantScope.OWN);
    }

    private static Policy policy() {
        return Policy.builder()
                .role("eraser", grant(Action.DELETE))
                .role("exporter", grant(Action.COPY))
                .role("reader", grant(Action.READ))
                .build(Samples.MAP);
    }

    private static <T> T as(String role, String tenant, Supplier<T> work) {
        try (Scope scope = ProtectionContext.of(Actor.of("user-7", role, tenant), "support", TenantId.of(tenant))
                .open()) {
            return work.get();
        }
    }

    private static void refused(String role, String tenant, ThrowingCallable work) {
        as(role, tenant, () -> {
            assertThatThrownBy(work).isInstanceOf(AccessDeniedException.class);
            return true;
        });
    }

    @Test
    void anErasureIsForWhoMayDeleteInThePersonsTenant(Protection protection) {
        RequestId id = as("eraser", "acme", () -> protection.rights().submit(SubjectRequest.erase(ANNA)));
        List<ThrowingCallable> calls = List.of(
                () -> protection.rights().approve(id),
                () -> protection.rights().cancel(id, "no"),
                () -> protection.rights().status(id),
                () -> protection.rights().await(id, Duration.ZERO),
                () -> protection.rights().receipt(id),
                () -> protection.rights().readmit(ANNA, "case 7"));
        for (ThrowingCallable call : calls) {
            refused("eraser", "globex", call);
            refused("exporter", "acme", call);
            assertThatThrownBy(call).isInstanceOf(MissingContextException.class);
        }
        RequestState state = as("eraser", "acme", () -> {
            protection.rights().approve(id);
            return protection.rights().await(id, Duration.ofSeconds(30)).state();
        });
        assertThat(state).isEqualTo(RequestState.FULFILLED);
        for (ThrowingCallable call : calls.subList(2, 5)) {
            refused("eraser", "globex", call);
        }
    }

    @Test
    void anExportIsForWhoMayCopyInThePersonsTenant(Protection protection) {
        RequestId id = as("exporter", "acme", () -> protection.rights().submit(SubjectRequest.export(ANNA)));
        as("exporter", "acme", () -> protection.rights().await(id, Duration.ofSeconds(30)));
        ThrowingCallable download = () -> protection.rights().download(id, OutputStream.nullOutputStream());
        refused("exporter", "globex", download);
        refused("eraser", "acme", download);
        refused("eraser", "acme", () -> protection.rights().submit(SubjectRequest.export(ANNA)));
        as("exporter", "acme", () -> {
            protection.rights().download(id, OutputStream.nullOutputStream());
            return true;
        });
    }

    @Test
    void aHoldIsForWhoMayDeleteInThePersonsTenant_aPlanForWhoMayEverywhere(Protection protection) {
        LegalHold hold = new LegalHold(ANNA, "matter 7", "law suit", Optional.empty());
        refused("eraser", "globex", () -> protection.retention().hold(hold));
        HoldId id = as("eraser", "acme", () -> protection.retention().hold(hold));
        refused("eraser", "globex", () -> protection.retention().release(id, "settled"));
        refused("eraser", "acme", () -> protection.retention().plan(java.time.Instant.EPOCH));
        as("eraser", "acme", () -> {
            protection.retention().release(id, "settled");
            return true;
        });
    }

    @Test
    void whoHasSeenAPersonIsForWhoMayReadInThePersonsTenant(Protection protection) {
        AuditQuery all = AuditQuery.ALL;
        refused("exporter", "acme", () -> protection.audit().about(ANNA, all));
        refused("reader", "globex", () -> protection.audit().about(ANNA, all));
        assertThatThrownBy(() -> protection.audit().about(ANNA, all)).isInstanceOf(MissingContextException.class);
        assertThat(as("reader", "acme", () -> protection.audit().about(ANNA, all)))
                .as("nobody, whatever else is in the log")
                .isEmpty();
        assertThat(protection.audit().find(all)).isNotEmpty();
    }

    @Test
    void aKindThatNoDatasetHoldsIsNotPassedUndecided(Protection protection) {
        SubjectRef visitor = SubjectRef.of(TenantId.of("acme"), "visitor", 1);
        refused("exporter", "acme", () -> protection.rights().submit(SubjectRequest.erase(visitor)));
        refused("exporter", "acme", () -> protection.rights().preview(SubjectRequest.erase(visitor)));
    }

    @Test
    void onlyWhoWasErasedIsReadmitted(Protection protection) {
        as("eraser", "acme", () -> {
            assertThatThrownBy(() -> protection.rights().readmit(ANNA, "case 7"))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(RequestException.NOT_ERASED);
            RequestId id = protection.rights().submit(SubjectRequest.erase(ANNA));
            protection.rights().approve(id);
            protection.rights().await(id, Duration.ofSeconds(30));
            protection.rights().readmit(ANNA, "case 7");
            return true;
        });
    }
}
