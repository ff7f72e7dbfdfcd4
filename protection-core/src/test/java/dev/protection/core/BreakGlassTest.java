package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.BreakGlassException;
import dev.protection.access.Conditions;
import dev.protection.access.Emergency;
import dev.protection.access.EmergencyReport;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.Rule;
import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.encryption.OpenRow;
import dev.protection.encryption.SealedRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access in an emergency: for a reason, for a short time, seen by everybody, reviewed by somebody else. */
class BreakGlassTest {
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final Protection protection =
            Samples.builder().policy(BreakGlassTest::policy).clock(now::get).build();

    private static Policy policy() {
        return Policy.builder()
                .role(
                        "agent",
                        Grant.of(Action.READ, Action.MODIFY)
                                .purposes("support")
                                .categories("location", "name")
                                .datasets("contact")
                                .when(Conditions.NONE.breakGlass(Duration.ofMinutes(30))),
                        Grant.of(Action.READ).purposes("support").categories("location"))
                .role("reader", Grant.of(Action.READ).purposes("support").categories("location"))
                .build(Samples.MAP);
    }

    @AfterEach
    void close() {
        protection.close();
    }

    private static ProtectionContext as(String id, String role) {
        Actor actor = new Actor(id, Set.of(role), Set.of(TenantId.of("acme")), Map.of());
        return ProtectionContext.of(actor, "support", TenantId.of("acme"));
    }

    private Emergency broken(ProtectionContext context) {
        try (Scope scope = context.open()) {
            return protection.breakGlass().open("the clinic's own system is down");
        }
    }

    private boolean mayReadNames(ProtectionContext context) {
        return protection(context).permits();
    }

    private dev.protection.access.Decision protection(ProtectionContext context) {
        try (Scope scope = context.open()) {
            return protection.access().decide(Action.READ, "contact", "full_name", ANNA);
        }
    }

    @Test
    void theGrantCountsForTheEmergencyAlone_andAsLongAsItSays() {
        ProtectionContext agent = as("user-7", "agent");
        assertThat(protection(agent).facts().rule()).isEqualTo(Rule.BREAK_GLASS_NEEDED);
        Emergency emergency = broken(agent);
        assertThat(mayReadNames(agent)).as("the work before is what it was").isFalse();
        assertThat(mayReadNames(emergency.context())).isTrue();
        assertThat(emergency.until()).isEqualTo(Instant.parse("2026-03-01T10:30:00Z"));
        now.set(Instant.parse("2026-03-01T10:29:59.999Z"));
        assertThat(mayReadNames(emergency.context())).isTrue();
        now.set(emergency.until());
        assertThat(mayReadNames(emergency.context())).isFalse();
        now.set(Instant.parse("2026-03-01T10:00:01Z"));
        assertThat(mayReadNames(emergency.context()))
                .as("a clock that goes back")
                .isTrue();
    }

    @Test
    void itIsClosedBeforeItsTime_andOnlyItsOwn() {
        Emergency mine = broken(as("user-7", "agent"));
        Emergency other = broken(as("user-8", "agent"));
        try (Scope scope = mine.context().open()) {
            protection.breakGlass().close(mine.id());
        }
        assertThat(mayReadNames(mine.context())).isFalse();
        assertThat(mayReadNames(other.context())).isTrue();
    }

    @Test
    void anotherActorsEmergencyIsNoUse() {
        Emergency emergency = broken(as("user-7", "agent"));
        Actor thief = new Actor(
                "user-8",
                Set.of("agent"),
                Set.of(TenantId.of("acme")),
                emergency.context().actor().attributes());
        assertThat(mayReadNames(ProtectionContext.of(thief, "support", TenantId.of("acme"))))
                .isFalse();
    }

    @Test
    void withoutAGrantForIt_orWithoutAReason_itIsRefused() {
        try (Scope scope = as("user-9", "reader").open()) {
            assertThatThrownBy(() -> protection.breakGlass().open("because"))
                    .hasMessageContaining(BreakGlassException.NOT_PROVIDED);
        }
        try (Scope scope = as("user-7", "agent").open()) {
            assertThatThrownBy(() -> protection.breakGlass().open(" "))
                    .hasMessageContaining(BreakGlassException.REASON);
        }
        assertThat(protection.breakGlass().unreviewed()).isEmpty();
    }

    @Test
    void whatIsDoneIsMarked_noticedAtOnce_andReviewedBySomebodyElse() {
        Emergency emergency = broken(as("user-7", "agent"));
        Map<String, Object> row = Map.of("client_id", "acme", "contact_id", 1, "full_name", "Anna", "city", "Oulu");
        try (Scope scope = emergency.context().open()) {
            List<SealedRow> stored = protection.dataset("contact").write(List.of(row));
            List<OpenRow> read = protection.dataset("contact").read(stored);
            assertThat(read).hasSize(1);
        }
        assertThat(protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ, AuditEvent.Kind.MODIFY)))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.facts()).containsEntry("break-glass", emergency.id()));
        assertThat(protection.anomaly().findings(FindingQuery.all()))
                .extracting(Finding::rule)
                .containsExactly(FindingRule.BREAK_GLASS);
        assertThat(protection.breakGlass().unreviewed())
                .extracting(EmergencyReport::id, EmergencyReport::actor, EmergencyReport::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        emergency.id(), "user-7", "the clinic's own system is down"));
        try (Scope scope = as("user-7", "agent").open()) {
            assertThatThrownBy(() -> protection.breakGlass().review(emergency.id(), "all well"))
                    .hasMessageContaining(BreakGlassException.REVIEW);
        }
        try (Scope scope = as("user-9", "reader").open()) {
            protection.breakGlass().review(emergency.id(), "all well");
            assertThat(protection.breakGlass().unreviewed()).isEmpty();
            assertThatThrownBy(() -> protection.breakGlass().review(emergency.id(), "again"))
                    .hasMessageContaining(BreakGlassException.REVIEW);
        }
    }

    @Test
    void whatIsForbiddenStaysForbidden_andOtherNamesForAnEmergencyAreNone() {
        Actor forger = new Actor(
                "user-7", Set.of("agent"), Set.of(TenantId.of("acme")), Map.of(Emergency.ATTRIBUTE, "made-up"));
        ProtectionContext context = ProtectionContext.of(forger, "support", TenantId.of("acme"));
        assertThat(mayReadNames(context)).isFalse();
        assertThatThrownBy(() -> protection(context).orThrow()).isInstanceOf(AccessDeniedException.class);
    }
}
