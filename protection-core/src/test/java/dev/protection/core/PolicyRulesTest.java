package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ConfigurationException;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Conditions;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Mask;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.PolicyTrial;
import dev.protection.access.Rule;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.encryption.OpenRow;
import dev.protection.encryption.Reading;
import dev.protection.encryption.SealedRow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy says beyond plain grants, met by reads and writes. */
@SuppressWarnings("try") // a scope is opened to be closed
class PolicyRulesTest {
    private static final Grant ALL = Grant.of(Action.READ, Action.MODIFY)
            .purposes("support", "newsletter")
            .categories("name", "birth-date", "location");
    private Instant now = Instant.parse("2026-05-04T10:00:00Z");

    private Protection start(PolicyBuilder policy) {
        InstantSource clock = () -> now;
        return Samples.builder()
                .clock(clock)
                .policy(() -> policy.build(Samples.MAP))
                .build();
    }

    private static ProtectionContext context(String purpose, Map<String, String> attributes) {
        TenantId acme = TenantId.of("acme");
        return ProtectionContext.of(new Actor("u1", Set.of("agent"), Set.of(acme), attributes), purpose, acme);
    }

    /** Under the purpose that sees it all: the birth date is written for the newsletter, which the name is not for. */
    private static SealedRow write(Protection protection) {
        Map<String, Optional<Object>> columns = new LinkedHashMap<>(stored(protection, "full_name", "Anna Sentinel"));
        try (Scope scope = context("newsletter", Map.of(Conditions.STRONG_AUTHENTICATION, "true"))
                .open()) {
            columns.putAll(stored(protection, "birth_date", LocalDate.of(1980, 7, 9)));
        }
        return new SealedRow(columns);
    }

    private static Map<String, Optional<Object>> stored(Protection protection, String field, Object value) {
        return protection
                .dataset("contact")
                .write(List.of(Map.of("client_id", "acme", "contact_id", 1, field, value)))
                .get(0)
                .columns();
    }

    private static Reading<?> reading(Protection protection, SealedRow row, String field) {
        OpenRow open = protection.dataset("contact").read(List.of(row)).get(0);
        return Objects.requireNonNull(open.fields().get(field));
    }

    @Test
    void masksThatShowSomethingShowNoMore() {
        Policy[] inForce = {Policy.builder().role("agent", ALL).build(Samples.MAP)};
        try (Protection protection = Samples.builder().policy(() -> inForce[0]).build();
                Scope scope = context("support", Map.of()).open()) {
            SealedRow row = write(protection);
            inForce[0] = Policy.builder()
                    .role("agent", ALL)
                    .mask("name", "support", Mask.PARTIAL)
                    .mask("birth-date", "newsletter", Mask.YEAR_ONLY)
                    .build(Samples.MAP);

            protection.reloadPolicy();

            assertThat(shown(reading(protection, row, "full_name"))).contains("***el");
            try (Scope other = context("newsletter", Map.of()).open()) {
                assertThat(shown(reading(protection, row, "birth_date"))).contains(LocalDate.of(1980, 1, 1));
            }
            assertThatThrownBy(() -> write(protection)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aReloadIsRecordedBeforeItCountsAndAFailedOneChangesNothing() {
        PolicyBuilder[] next = {Policy.builder().role("agent", ALL)};
        try (Protection protection = Samples.builder()
                        .policy(() -> next[0].build(Samples.MAP))
                        .build();
                Scope scope = context("support", Map.of()).open()) {
            SealedRow row = write(protection);
            next[0] = Policy.builder().role("agent", Grant.of(Action.READ).purposes("alien"));
            assertThatThrownBy(protection::reloadPolicy).isInstanceOf(ConfigurationException.class);
            assertThat(reading(protection, row, "full_name")).isInstanceOf(Reading.Clear.class);

            next[0] = Policy.builder().role("agent");
            protection.reloadPolicy();

            assertThatThrownBy(() -> reading(protection, row, "full_name")).isInstanceOf(AccessDeniedException.class);
            assertThat(protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.POLICY)))
                    .extracting(AuditEvent::outcome, AuditEvent::actor)
                    .containsExactlyInAnyOrder(
                            tuple(AuditEvent.Outcome.FAILED, "u1"),
                            tuple(AuditEvent.Outcome.INTENT, "u1"),
                            tuple(AuditEvent.Outcome.DONE, "u1"));
        }
    }

    private static Optional<Object> shown(Reading<?> reading) {
        return ((Reading.Masked<?>) reading).shown().map(Object.class::cast);
    }

    @Test
    void aForbidGoesBeforeEveryGrantAndItsRefusalIsRecorded() {
        PolicyBuilder policy = Policy.builder()
                .role("agent", ALL)
                .forbid(Forbid.of(Action.MODIFY).categories("birth-date"));
        try (Protection protection = start(policy);
                Scope scope = context("support", Map.of()).open()) {
            assertThatThrownBy(() -> write(protection))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("it is forbidden, whatever is granted")
                    .hasMessageNotContaining("1980");
            assertThat(protection.audit().find(AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED)))
                    .hasSize(1);
        }
    }

    @Test
    void aGrantEndsAtItsMomentUnderTheSameContext() {
        Conditions ending =
                new Conditions(false, List.of(), Optional.empty(), Optional.of(Instant.parse("2026-05-04T12:00:00Z")));
        try (Protection protection = start(Policy.builder().role("agent", ALL.when(ending)));
                Scope scope = context("support", Map.of()).open()) {
            SealedRow row = write(protection);
            now = Instant.parse("2026-05-04T11:59:59.999Z");
            assertThat(reading(protection, row, "full_name")).isInstanceOf(Reading.Clear.class);
            now = Instant.parse("2026-05-04T12:00:00Z");
            assertThatThrownBy(() -> reading(protection, row, "full_name"))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("the actor's grant for it has ended");
        }
    }

    @Test
    void strongAuthenticationIsAskedForAndNamedAsTheRemedy() {
        Conditions strong = new Conditions(true, List.of(), Optional.empty(), Optional.empty());
        try (Protection protection = start(Policy.builder().role("agent", ALL.when(strong)))) {
            try (Scope scope = context("support", Map.of()).open()) {
                assertThatThrownBy(() -> write(protection))
                        .isInstanceOf(AccessDeniedException.class)
                        .hasMessageContaining("needs strong authentication")
                        .hasMessageContaining("the attribute 'strong-authentication'");
            }
            try (Scope scope = context("support", Map.of(Conditions.STRONG_AUTHENTICATION, "true"))
                    .open()) {
                assertThat(reading(protection, write(protection), "full_name").get())
                        .isEqualTo("Anna Sentinel");
            }
        }
    }

    @Test
    void rulesOverUnknownWordsAreNamedTogether() {
        PolicyBuilder policy = Policy.builder()
                .role("agent", ALL)
                .forbid(Forbid.of(Action.READ).roles("agnt").categories("nam"))
                .mask("birth-dat", "suport", Mask.YEAR_ONLY);
        assertThatThrownBy(() -> start(policy))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("forbid[0].roles")
                .hasMessageContaining("did you mean 'agent'?")
                .hasMessageContaining("did you mean 'name'?")
                .hasMessageContaining("did you mean 'birth-date'?")
                .hasMessageContaining("did you mean 'support'?");
    }

    @Test
    void hashesAreEqualWhereTextsAre_andSayNothingElse() {
        Policy[] inForce = {Policy.builder().role("agent", ALL).build(Samples.MAP)};
        try (Protection protection = Samples.builder().policy(() -> inForce[0]).build()) {
            SealedRow ann = named(protection, "acme", 1, "Ann");
            SealedRow other = named(protection, "acme", 2, "Ann");
            SealedRow ben = named(protection, "acme", 3, "Ben");
            SealedRow foreign = named(protection, "globex", 1, "Ann");
            inForce[0] = Policy.builder()
                    .role("agent", ALL)
                    .mask("name", "support", Mask.HASH)
                    .build(Samples.MAP);
            protection.reloadPolicy();

            String hash = hashed(protection, "acme", ann);
            assertThat(hash).matches("#[0-9a-f]{16}").isEqualTo(hashed(protection, "acme", other));
            assertThat(hash)
                    .isNotEqualTo(hashed(protection, "acme", ben))
                    .isNotEqualTo(hashed(protection, "globex", foreign));
            byte[] term = (byte[])
                    Objects.requireNonNull(ann.columns().get("full_name_index")).orElseThrow();
            assertThat(HexFormat.of().formatHex(term)).doesNotContain(hash.substring(1));
        }
    }

    private static SealedRow named(Protection protection, String tenant, int id, String name) {
        try (Scope scope = Samples.context("support", tenant).open()) {
            return protection
                    .dataset("contact")
                    .write(List.of(Map.of("client_id", tenant, "contact_id", id, "full_name", name)))
                    .get(0);
        }
    }

    private static String hashed(Protection protection, String tenant, SealedRow row) {
        try (Scope scope = Samples.context("support", tenant).open()) {
            return (String) shown(reading(protection, row, "full_name")).orElseThrow();
        }
    }

    @Test
    void whoHasTwoRolesThatAreKeptApartHasNone() {
        PolicyBuilder policy = Policy.builder()
                .role("agent", ALL)
                .role("auditor", ALL)
                .role("guest")
                .separate("agent", "auditor");
        try (Protection protection = start(policy)) {
            for (Set<String> roles : List.of(Set.of("agent"), Set.of("auditor", "guest"))) {
                assertThat(rule(protection, roles)).as("%s", roles).isEqualTo(Rule.GRANTED);
            }
            assertThat(rule(protection, Set.of("agent", "auditor", "guest"))).isEqualTo(Rule.DUTIES_NOT_SEPARATED);
        }
        assertThatThrownBy(() ->
                        Policy.builder().role("agent").separate("agent", "agnt").build(Samples.MAP))
                .hasMessageContaining("separate[0].roles")
                .hasMessageContaining("did you mean 'agent'?");
        assertThatThrownBy(
                        () -> Policy.builder().role("agent").separate("agent").build(Samples.MAP))
                .hasMessageContaining("nothing to separate");
    }

    private static Rule rule(Protection protection, Set<String> roles) {
        Actor actor =
                new Actor("u1", roles, Set.of(TenantId.of("acme")), Map.of(Conditions.STRONG_AUTHENTICATION, "true"));
        try (Scope scope =
                ProtectionContext.of(actor, "newsletter", TenantId.of("acme")).open()) {
            return protection
                    .access()
                    .decide(Action.READ, "contact", "birth_date", SubjectRef.of(TenantId.of("acme"), "contact", 1))
                    .facts()
                    .rule();
        }
    }

    @Test
    void aPolicyIsObservedBeforeItIsPutInForce() {
        PolicyBuilder open = Policy.builder().role("agent", ALL);
        Policy candidate = Policy.builder()
                .role("agent", ALL)
                .forbid(Forbid.of(Action.READ).categories("name"))
                .build(Samples.MAP);
        try (Protection protection = start(open);
                Scope scope = context("support", Map.of()).open()) {
            SealedRow row = write(protection);
            try (PolicyTrial trial = protection.observePolicy(candidate)) {
                assertThat(reading(protection, row, "full_name")).isInstanceOf(Reading.Clear.class);
                assertThat(trial.refusals()).isNotEmpty().allSatisfy(refusal -> {
                    assertThat(refusal.rule()).isEqualTo(Rule.FORBIDDEN);
                    assertThat(refusal.field()).contains("full_name");
                    assertThat(refusal.roles()).containsExactly("agent");
                });
                trial.close();
                long counted = trial.refusals().get(0).times();
                reading(protection, row, "full_name");
                assertThat(trial.refusals().get(0).times()).isEqualTo(counted);
            }
            assertThat(protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.POLICY)))
                    .anyMatch(event -> candidate.hash().equals(event.facts().get("candidate")));
        }
    }
}
