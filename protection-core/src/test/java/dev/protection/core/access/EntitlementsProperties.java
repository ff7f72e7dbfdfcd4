package dev.protection.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Entitlement;
import dev.protection.access.Permit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Who is listed may, and who may is listed. */
class EntitlementsProperties {
    private static final String STRANGER = "elsewhere";

    private static Decision decided(AccessEngine engine, Entitlement who, Asked asked, TenantId assigned) {
        Actor actor = new Actor(
                "actor-7", Set.of(who.grant().role()), Set.of(assigned), Map.of("strong-authentication", "true"));
        ProtectionContext context = ProtectionContext.of(actor, who.purpose(), asked.tenant());
        return engine.why(
                context,
                asked.action(),
                asked.dataset().name(),
                asked.field().name(),
                SubjectRef.of(asked.tenant(), "contact", 1));
    }

    private record Asked(Action action, Dataset dataset, Field field, TenantId tenant) {
        static Asked of(AccessScenario scenario) {
            Dataset dataset = scenario.dataset();
            Field field = List.copyOf(dataset.fields().values()).get(0);
            return new Asked(scenario.action(), dataset, scenario.field(dataset).orElse(field), scenario.tenant());
        }

        List<Entitlement> who(AccessEngine engine) {
            return engine.who(action, dataset.name(), field.name(), tenant);
        }
    }

    @Property(tries = 400)
    void whoIsListedMay_fromEachOfTheAssignments(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 20; i++) {
            scenario.passTime();
            Asked asked = Asked.of(scenario);
            for (Entitlement who : asked.who(scenario.engine())) {
                boolean asking = who.conditions().networks().isEmpty()
                        && who.conditions().breakGlass().isEmpty();
                if (who.now() && asking) {
                    Set<TenantId> from = who.assigned().isEmpty() ? Set.of(TenantId.of(STRANGER)) : who.assigned();
                    for (TenantId assigned : from) {
                        assertThat(decided(scenario.engine(), who, asked, assigned))
                                .as(who.inWords())
                                .isInstanceOfSatisfying(
                                        Permit.class,
                                        permit -> assertThat(permit.mask()).isEqualTo(who.mask()));
                    }
                }
            }
        }
    }

    @Property(tries = 400)
    void whoMayIsListed(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (int i = 0; i < 20; i++) {
            scenario.passTime();
            Asked asked = Asked.of(scenario);
            ProtectionContext context = scenario.context();
            List<Entitlement> who = asked.who(scenario.engine());
            Decision decision = scenario.engine()
                    .why(
                            context,
                            asked.action(),
                            asked.dataset().name(),
                            asked.field().name(),
                            SubjectRef.of(asked.tenant(), "contact", 1));
            if (decision.permits()) {
                assertThat(decision.facts().grants())
                        .isNotEmpty()
                        .allSatisfy(grant -> assertThat(who)
                                .anyMatch(each -> each.grant().equals(grant)
                                        && each.purpose().equals(context.purpose())
                                        && (each.assigned().isEmpty()
                                                || !java.util.Collections.disjoint(
                                                        each.assigned(),
                                                        context.actor().tenants()))));
            }
        }
    }
}
