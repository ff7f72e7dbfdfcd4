package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Change;
import dev.protection.access.Decision;
import dev.protection.access.GrantId;
import dev.protection.access.Mask;
import dev.protection.access.Permit;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.RowFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AccessProperties {
    @Property(tries = 150)
    void decisionsAreThoseOfANaiveLoop(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 40; i++) {
            ProtectionContext context = scenario.context();
            Action action = scenario.one(List.of(Action.values()));
            Dataset dataset = scenario.one(List.copyOf(MAP.datasets().values()));
            Optional<Field> field = scenario.field(dataset);
            TenantId row = TenantId.of(scenario.one(AccessScenario.TENANTS));

            scenario.passTime();
            Decision decision = scenario.engine().decide(context, action, dataset, field, row);

            String expected =
                    new NaiveEvaluator(scenario.policy(), scenario.now()).answer(context, action, dataset, field, row);
            assertThat(answer(decision)).isEqualTo(expected);
        }
    }

    @Property(tries = 100)
    void aFilterAdmitsExactlyTheTenantsWhoseRowsAreDecidedPermitted(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 30; i++) {
            ProtectionContext context = scenario.context();
            Action action = scenario.one(List.of(Action.values()));
            Dataset dataset = MAP.dataset("contact").orElseThrow();

            RowFilter filter = scenario.engine().filter(context, action, dataset);

            for (String tenant : AccessScenario.TENANTS) {
                TenantId row = TenantId.of(tenant);
                assertThat(filter.admits(row))
                        .isEqualTo(scenario.engine()
                                .decide(context, action, dataset, Optional.empty(), row)
                                .permits());
            }
        }
    }

    @Property(tries = 100)
    void theNamedGrantsAreEachEnoughAndTogetherNeeded(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 20; i++) {
            ProtectionContext context = scenario.context();
            Dataset dataset = MAP.dataset("contact").orElseThrow();
            Optional<Field> field = scenario.field(dataset);
            TenantId row = TenantId.of(scenario.one(AccessScenario.TENANTS));
            Decision decision = scenario.engine().decide(context, Action.READ, dataset, field, row);
            List<GrantId> named = decision.facts().grants();
            assertThat(named.isEmpty()).isNotEqualTo(decision.permits());

            for (GrantId alone : named) {
                Policy only = without(scenario.policy(), id -> !id.equals(alone));
                assertThat(answer(engine(only, scenario).decide(context, Action.READ, dataset, field, row)))
                        .isEqualTo(answer(decision));
            }
            Policy none = without(scenario.policy(), named::contains);
            assertThat(engine(none, scenario)
                            .decide(context, Action.READ, dataset, field, row)
                            .permits())
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void eachNamedChangeAloneLeadsToAPlainPermit(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 20; i++) {
            ProtectionContext context = scenario.context();
            Dataset dataset = MAP.dataset("contact").orElseThrow();
            Optional<Field> field = scenario.field(dataset);
            TenantId row = TenantId.of(scenario.one(AccessScenario.TENANTS));
            Decision decision = scenario.engine().decide(context, Action.READ, dataset, field, row);

            for (Change change : decision.facts().changes()) {
                Decision changed = scenario.engine().decide(apply(change, context), Action.READ, dataset, field, row);
                assertThat(answer(changed)).isEqualTo("plain");
                assertThat(answer(decision)).isNotEqualTo("plain");
            }
        }
    }

    private static String answer(Decision decision) {
        return decision instanceof Permit permit ? permit.mask().map(Mask::word).orElse("plain") : "no";
    }

    private static Policy without(Policy policy, java.util.function.Predicate<GrantId> dropped) {
        PolicyBuilder builder = Policy.builder().mandates(policy.mandates());
        policy.separations().forEach(roles -> builder.separate(roles.toArray(String[]::new)));
        policy.roles().forEach((role, grants) -> {
            builder.role(role);
            for (int i = 0; i < grants.size(); i++) {
                if (!dropped.test(new GrantId(role, i))) {
                    builder.role(role, grants.get(i));
                }
            }
        });
        policy.forbids().forEach(builder::forbid);
        policy.masks()
                .forEach((category, masks) -> masks.forEach((purpose, mask) -> builder.mask(category, purpose, mask)));
        return builder.build(MAP);
    }

    private static AccessEngine engine(Policy policy, AccessScenario scenario) {
        return scenario.inEmergency(new AccessEngine(MAP, () -> policy, AccessFixture.TREE, scenario::now));
    }

    private static ProtectionContext apply(Change change, ProtectionContext context) {
        Actor actor = context.actor();
        Set<String> roles = new HashSet<>(actor.roles());
        Set<TenantId> tenants = new HashSet<>(actor.tenants());
        String purpose = change.kind() == Change.Kind.PURPOSE ? change.value() : context.purpose();
        TenantId tenant = change.kind() == Change.Kind.CONTEXT_TENANT ? TenantId.of(change.value()) : context.tenant();
        if (change.kind() == Change.Kind.ROLE) {
            roles.add(change.value());
        }
        if (change.kind() == Change.Kind.ASSIGNMENT) {
            tenants.add(TenantId.of(change.value()));
        }
        Map<String, String> attributes = new HashMap<>(actor.attributes());
        if (change.kind() == Change.Kind.ATTRIBUTE) {
            attributes.put(change.value(), "true");
        }
        return ProtectionContext.of(new Actor(actor.id(), roles, tenants, attributes), purpose, tenant);
    }
}
