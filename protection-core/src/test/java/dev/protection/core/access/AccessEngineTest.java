package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.TREE;
import static dev.protection.core.access.AccessFixture.context;
import static dev.protection.core.access.AccessFixture.dataset;
import static dev.protection.core.access.AccessFixture.decide;
import static dev.protection.core.access.AccessFixture.engine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.ConfigurationException;
import dev.protection.MissingContextException;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.Change;
import dev.protection.access.Decision;
import dev.protection.access.Deny;
import dev.protection.access.Grant;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import dev.protection.access.Policy;
import dev.protection.access.RowFilter;
import dev.protection.access.Rule;
import dev.protection.access.TenantScope;
import dev.protection.access.Undecided;
import dev.protection.access.UnknownPurposeException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessEngineTest {
    private static final Grant READS = Grant.of(Action.READ)
            .purposes("support", "invoicing")
            .categories("name", "email-address", "postal-address");
    private static final Policy POLICY = Policy.builder()
            .role("clerk", READS)
            .role("agent", READS.tenants(TenantScope.SUBTREE))
            .role("auditor", READS.tenants(TenantScope.ANY))
            .role("editor", Grant.of(Action.MODIFY).purposes("support").categories("name", "postal-address"))
            .role("student", Grant.of(Action.READ).purposes("research").categories("health"))
            .role("limited", READS.datasets("study"))
            .role("nobody")
            .build(MAP);
    private final AccessEngine engine = engine(POLICY);

    @ParameterizedTest
    @CsvSource({
        // role, purpose, context tenant, assigned, action, place, row tenant, rule
        "clerk, support, page, page, READ, contact.email, page, GRANTED",
        "clerk, support, page, page, READ, contact.street, page, MASKED",
        "clerk, invoicing, page, page, READ, contact.street, page, GRANTED",
        "clerk, support, page, page, READ, contact, page, GRANTED",
        "clerk, support, page, page, READ, contact.email, other-page, TENANT_OUT_OF_SCOPE",
        "clerk, support, client, client, READ, contact.email, page, TENANT_OUT_OF_SCOPE",
        "clerk, support, other-page, page, READ, contact.email, page, CONTEXT_TENANT_OUT_OF_SCOPE",
        "clerk, support, stray, stray, READ, contact.email, stray, GRANTED",
        "agent, support, agency, agency, READ, contact.email, page, GRANTED",
        "agent, support, page, agency, READ, contact.email, other-page, GRANTED",
        "agent, support, agency, agency, READ, contact.email, location, TENANT_OUT_OF_SCOPE",
        "agent, support, agency, client, READ, contact.email, page, CONTEXT_TENANT_OUT_OF_SCOPE",
        "auditor, support, page, lab, READ, contact.email, location, GRANTED",
        "auditor, support, stray, lab, READ, contact.email, elsewhere, GRANTED",
        "clerk, support, page, page, COPY, contact.email, page, NO_GRANT",
        "clerk, support, page, page, DELETE, contact, page, NO_GRANT",
        "clerk, research, page, page, READ, contact.email, page, PURPOSE_NOT_HELD",
        "editor, support, page, page, MODIFY, contact.full_name, page, GRANTED",
        "editor, support, page, page, MODIFY, contact.street, page, MASKED",
        "editor, support, page, page, MODIFY, contact.email, page, CATEGORY_NOT_GRANTED",
        "editor, invoicing, page, page, MODIFY, contact.full_name, page, NO_GRANT",
        "limited, support, page, page, READ, contact.email, page, NO_GRANT",
        "nobody, support, page, page, READ, contact.email, page, NO_GRANT",
        "clrek, support, page, page, READ, contact.email, page, NO_KNOWN_ROLE",
        "student, research, lab, lab, READ, study.finding, lab, GRANTED",
    })
    void decidesByTheFirstThingThatIsMissing(
            String role,
            String purpose,
            String tenant,
            String assigned,
            Action action,
            String place,
            String row,
            Rule rule) {
        Decision decision = decide(engine, context(Set.of(role), purpose, tenant, assigned), action, place, row);

        assertThat(decision.facts().rule()).isEqualTo(rule);
        assertThat(decision.permits()).isEqualTo(rule == Rule.GRANTED || rule == Rule.MASKED);
        if (decision instanceof Permit permit) {
            assertThat(permit.mask()).isEqualTo(rule == Rule.MASKED ? Optional.of(Mask.REDACTED) : Optional.empty());
        }
    }

    @Test
    void anActorWithoutRolesOrTenantsReachesNothing() {
        Decision withoutRole =
                decide(engine, context(Set.of(), "support", "page", "page"), Action.READ, "contact", "page");
        Decision withoutTenant =
                decide(engine, context(Set.of("agent"), "support", "page"), Action.READ, "contact", "page");

        assertThat(withoutRole).isInstanceOf(Deny.class);
        assertThat(withoutTenant.facts().rule()).isEqualTo(Rule.CONTEXT_TENANT_OUT_OF_SCOPE);
        assertThat(engine.filter(context(Set.of("agent"), "support", "page"), Action.READ, dataset("contact")))
                .isInstanceOf(RowFilter.None.class);
    }

    @Test
    void aFilterNamesTheTenantsInReach() {
        assertThat(engine.filter(
                        context(Set.of("agent"), "support", "agency", "client", "agency"),
                        Action.READ,
                        dataset("contact")))
                .isEqualTo(tenants("agency", "client", "page", "other-page"));
        assertThat(engine.filter(
                        context(Set.of("clerk"), "support", "page", "page", "stray"), Action.READ, dataset("contact")))
                .isEqualTo(tenants("page", "stray"));
        assertThat(engine.filter(context(Set.of("auditor"), "support", "page"), Action.READ, dataset("contact")))
                .isEqualTo(new RowFilter.All());
    }

    @Test
    void rowsOfOneFixedTenantAreAllOrNone() {
        assertThat(engine.filter(context(Set.of("student"), "research", "lab", "lab"), Action.READ, dataset("study")))
                .isEqualTo(new RowFilter.All());
        RowFilter refused =
                engine.filter(context(Set.of("student"), "research", "page", "page"), Action.READ, dataset("study"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        RowFilter.None.class,
                        none -> assertThat(none.why().facts().rule()).isEqualTo(Rule.TENANT_OUT_OF_SCOPE));
    }

    @Test
    void anUndeclaredPurposeHasItsOwnErrorThatNamesTheNearest() {
        ProtectionContext context = context(Set.of("clerk"), "suport", "page", "page");

        assertThatThrownBy(() -> decide(engine, context, Action.READ, "contact", "page"))
                .isInstanceOf(UnknownPurposeException.class)
                .hasMessageContaining("PROT-PURPOSE-UNKNOWN")
                .hasMessageContaining("did you mean 'support'?");
        assertThatThrownBy(() -> engine.filter(context, Action.READ, dataset("contact")))
                .isInstanceOf(UnknownPurposeException.class);
    }

    @Test
    void anUnknownRoleGrantsNothingAndIsNamed() {
        Decision denied =
                decide(engine, context(Set.of("clrek"), "support", "page", "page"), Action.READ, "contact", "page");
        Decision permitted = decide(
                engine, context(Set.of("clrek", "clerk"), "support", "page", "page"), Action.READ, "contact", "page");

        assertThat(denied).isInstanceOf(Deny.class);
        assertThat(denied.facts().asData()).containsEntry("unknown-roles", "clrek");
        assertThat(denied.facts().inWords()).contains("clrek").contains("the role 'clerk'");
        assertThat(permitted).isInstanceOf(Permit.class);
    }

    @Test
    void whatIsNotDeclaredIsUndecidedAndNotLetThrough() {
        try (Scope scope = context(Set.of("auditor"), "support", "page", "page").open()) {
            Decision dataset = engine.decide(Action.READ, "contacts", "email", subject());
            Decision field = engine.decide(Action.READ, "contact", "mail", subject());

            assertThat(dataset).isInstanceOf(Undecided.class);
            assertThat(field).isInstanceOf(Undecided.class);
            assertThat(engine.filter(Action.READ, "contacts")).isInstanceOf(RowFilter.None.class);
            assertThatThrownBy(field::orThrow).isInstanceOf(AccessDeniedException.class);
            assertThat(engine.decide(Action.READ, "contact", "email", subject()).permits())
                    .isTrue();
            assertThat(scope).isNotNull();
        }
    }

    @Test
    void withoutAContextNothingIsDecided() {
        assertThatThrownBy(() -> engine.decide(Action.READ, "contact", "email", subject()))
                .isInstanceOf(MissingContextException.class);
        assertThatThrownBy(() -> engine.filter(Action.READ, "contact")).isInstanceOf(MissingContextException.class);
    }

    @Test
    void aRefusalSaysWhatWouldChangeItAndKeepsTheActorOutOfTheMessage() {
        Decision denied = decide(
                engine,
                context(Set.of("clerk"), "support", "page", "page"),
                Action.READ,
                "contact.email",
                "other-page");

        assertThat(denied.facts().changes())
                .containsExactly(
                        new Change(Change.Kind.ROLE, "auditor"), new Change(Change.Kind.ASSIGNMENT, "other-page"));
        assertThatThrownBy(denied::orThrow)
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("PROT-ACCESS-DENIED")
                .hasMessageContaining("contact.email of tenant other-page for purpose 'support'")
                .hasMessageContaining("the role 'auditor', or assigning the actor to the tenant 'other-page'")
                .hasMessageNotContaining("actor-7")
                .satisfies(thrown -> assertThat(((AccessDeniedException) thrown).facts())
                        .containsEntry("rule", "TENANT_OUT_OF_SCOPE")
                        .containsEntry("actor", "actor-7"));
    }

    @Test
    void aPolicyOfAnotherDeclarationIsRefusedAndTheOneInForceStays() {
        Policy[] next = {POLICY};
        AccessEngine replaceable = new AccessEngine(MAP, () -> next[0], TREE, InstantSource.system());
        next[0] = Policy.builder().role("clerk").build(MAP);
        assertThat(replaceable.reload(change -> {}).asData()).containsEntry("before", POLICY.hash());
        ProtectionContext context = context(Set.of("clerk"), "support", "page", "page");
        assertThat(decide(replaceable, context, Action.READ, "contact", "page").permits())
                .isFalse();

        next[0] = foreign();
        assertThatThrownBy(() -> replaceable.reload(change -> {})).isInstanceOf(ConfigurationException.class);
        next[0] = POLICY;
        assertThat(replaceable.reload(change -> {}).before())
                .isEqualTo(Policy.builder().role("clerk").build(MAP));
        assertThat(decide(replaceable, context, Action.READ, "contact", "page").permits())
                .isTrue();
    }

    private static Policy foreign() {
        var other = dev.protection.DataMap.builder()
                .controller("Other", "other@example.com")
                .purpose(dev.protection.Purpose.of("alien", dev.protection.LegalBasis.CONTRACT, "name"))
                .build();
        return Policy.builder()
                .role("clerk", Grant.of(Action.READ).purposes("alien").categories("name"))
                .build(other);
    }

    private static SubjectRef subject() {
        return SubjectRef.of(TenantId.of("page"), "contact", 7);
    }

    private static RowFilter tenants(String... ids) {
        return new RowFilter.Tenants(
                new TreeSet<>(List.of(ids).stream().map(TenantId::of).toList()));
    }
}
