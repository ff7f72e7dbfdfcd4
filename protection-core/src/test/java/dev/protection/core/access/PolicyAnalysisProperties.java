package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.LegalBasis;
import dev.protection.ProtectionContext;
import dev.protection.Purpose;
import dev.protection.TenantId;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.GrantId;
import dev.protection.access.Mask;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.PolicyFinding;
import dev.protection.access.PolicyFinding.Kind;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is found to have no effect has none. */
class PolicyAnalysisProperties {
    @Property(tries = 200)
    void withoutARuleThatIsFoundDeadEverythingIsDecidedAlike(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        for (PolicyFinding finding : scenario.policy().findings(MAP)) {
            if (finding.kind() != Kind.GRANT_WIDER_THAN_PURPOSE) {
                Policy less = without(scenario.policy(), finding.place());
                assertThat(less).as(finding.toString()).isNotEqualTo(scenario.policy());
                assertAlike(scenario, less, finding);
            }
        }
    }

    private static void assertAlike(AccessScenario scenario, Policy less, PolicyFinding finding) {
        for (int i = 0; i < 20; i++) {
            ProtectionContext context = scenario.context();
            Action action = scenario.action();
            Dataset dataset = scenario.dataset();
            Optional<Field> field = scenario.field(dataset);
            TenantId tenant = scenario.tenant();
            assertThat(new NaiveEvaluator(less, scenario.now()).answer(context, action, dataset, field, tenant))
                    .as(finding.toString())
                    .isEqualTo(new NaiveEvaluator(scenario.policy(), scenario.now())
                            .answer(context, action, dataset, field, tenant));
        }
    }

    private static Policy without(Policy policy, String place) {
        PolicyBuilder builder = Policy.builder().mandates(policy.mandates());
        policy.separations().forEach(roles -> builder.separate(roles.toArray(String[]::new)));
        policy.roles().forEach((role, grants) -> {
            builder.role(role);
            for (int i = 0; i < grants.size(); i++) {
                if (!new GrantId(role, i).toString().equals(place)) {
                    builder.role(role, grants.get(i));
                }
            }
        });
        for (int i = 0; i < policy.forbids().size(); i++) {
            if (!place.equals("forbid[" + i + "]")) {
                builder.forbid(policy.forbids().get(i));
            }
        }
        policy.masks()
                .forEach((category, masks) -> masks.forEach((purpose, mask) -> {
                    if (!place.equals("masks." + category + "." + purpose)) {
                        builder.mask(category, purpose, mask);
                    }
                }));
        return builder.build(MAP);
    }

    @Example
    void eachKindIsFoundWithItsPlace() {
        Grant reads = Grant.of(Action.READ).purposes("support").categories("name");
        Policy policy = Policy.builder()
                .role(
                        "a",
                        reads,
                        Grant.of(Action.READ, Action.COPY).purposes("support").categories("name"))
                .role(
                        "b",
                        Grant.of(Action.READ)
                                .purposes("research")
                                .categories("health")
                                .datasets("contact"))
                .role("c", Grant.of(Action.READ).purposes("support").categories("name", "health"))
                .role("d", Grant.of(Action.MODIFY).purposes("support").categories("name"))
                .forbid(Forbid.of(Action.MODIFY), Forbid.of(Action.DELETE))
                .mask("health", "support", Mask.PARTIAL)
                .build(MAP);

        assertThat(policy.findings(MAP))
                .extracting(finding -> finding.kind() + " " + finding.place())
                .containsExactly(
                        "DEAD_GRANT roles.a[0]",
                        "UNREACHABLE_GRANT roles.b[0]",
                        "CONTRADICTION roles.d[0]",
                        "DEAD_FORBID forbid[1]",
                        "DEAD_MASK masks.health.support");
        assertThat(Policy.builder()
                        .role("c", Grant.of(Action.READ).purposes("support").categories("name", "health"))
                        .build(MAP)
                        .findings(MAP))
                .containsExactly(new PolicyFinding(
                        Kind.GRANT_WIDER_THAN_PURPOSE,
                        "roles.c[0]",
                        "opens what none of its purposes needs: [health]"));
    }

    @Test
    void whomAPurposeDisclosesToIsSoughtInTheInstructions() {
        Purpose purpose = new Purpose(
                "support",
                LegalBasis.CONTRACT,
                Set.of("name"),
                Optional.empty(),
                List.of("Bank", "Post"),
                Optional.empty(),
                Optional.empty());
        DataMap map = DataMap.builder()
                .controller("Example", "dpo@example.com")
                .purpose(purpose)
                .build();
        ControllerInstruction given = ControllerInstruction.of("acme-2026", "0".repeat(64), Action.READ)
                .purposes("support");
        Policy policy = Policy.builder()
                .mandates(Mandates.OWN.with("acme", Mandate.processor(given)))
                .build(map);
        assertThat(policy.findings(map))
                .extracting(PolicyFinding::toString)
                .containsExactly("RECIPIENT_NOT_INSTRUCTED purposes.support.recipients has whom the instruction"
                        + " 'acme-2026' does not name: [Bank, Post]");
    }
}
