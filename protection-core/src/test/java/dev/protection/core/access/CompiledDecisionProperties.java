package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Decision;
import dev.protection.access.Permit;
import dev.protection.access.Question;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantTree;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The sums of grants that decide, and going through every grant, which explains, never differ. */
class CompiledDecisionProperties {
    private static final int QUESTIONS = 40;

    @Property(tries = 200)
    void theSumsDecideWhatTheGrantsOneByOneDo(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        TenantTree tree = scenario.tree();
        AccessEngine engine = engine(scenario, tree);
        for (int i = 0; i < QUESTIONS; i++) {
            scenario.passTime();
            Judge judge = new Judge(
                    new CompiledPolicy(MAP, scenario.policy(), scenario.now()),
                    tree,
                    AccessScenario.emergencies(),
                    scenario.now());
            ProtectionContext context = scenario.context();
            Dataset dataset = scenario.dataset();
            Optional<Field> field = scenario.field(dataset);
            Action action = scenario.action();
            TenantId tenant = scenario.tenant();

            Decision decision = engine.decide(context, action, dataset, field, tenant);
            Decision expected = judge.decide(
                    new Question(context, action, action, dataset.name(), field.map(Field::name), Optional.of(tenant)));

            assertThat(decision).hasSameClassAs(expected);
            assertThat(decision.facts().asData()).isEqualTo(expected.facts().asData());
            assertThat(decision.facts().changes()).isEqualTo(expected.facts().changes());
            if (expected instanceof Permit permit) {
                assertThat(decision.orThrow().mask()).isEqualTo(permit.mask());
            }
            ResolvedQuestion resolved = engine.resolve(context, action, dataset, field);
            assertThat(resolved.permits(tenant)).isEqualTo(decision.permits());
            assertThat(resolved.permits(engine.resolve(tenant))).isEqualTo(decision.permits());
        }
    }

    @Property(tries = 100)
    void aTreeWithoutSnapshotsGivesTheSameAnswers(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        TenantTree tree = scenario.tree();
        AccessEngine engine = engine(scenario, tree);
        AccessEngine asking = engine(scenario, new UnversionedTree(tree));
        for (int i = 0; i < QUESTIONS; i++) {
            ProtectionContext context = scenario.context();
            Dataset dataset = scenario.dataset();
            Optional<Field> field = scenario.field(dataset);
            Action action = scenario.action();

            assertThat(shape(asking.filter(context, action, dataset)))
                    .isEqualTo(shape(engine.filter(context, action, dataset)));
            TenantId tenant = scenario.tenant();
            assertThat(asking.resolve(context, action, dataset, field).permits(asking.resolve(tenant)))
                    .isEqualTo(engine.decide(context, action, dataset, field, tenant)
                            .permits());
        }
    }

    @Property(tries = 100)
    void representativesStandForAllTenantsOfTheirFilter(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        AccessEngine engine = engine(scenario, scenario.tree());
        for (int i = 0; i < QUESTIONS; i++) {
            ProtectionContext context = scenario.context();
            Dataset dataset = scenario.dataset();
            Optional<Field> field = scenario.field(dataset);
            if (engine.filter(context, Action.READ, dataset) instanceof RowFilter.Tenants some) {
                ResolvedQuestion asked = engine.resolve(context, Action.READ, dataset, field);
                var all = some.tenants().stream().map(asked::permits).distinct().sorted();
                var few = engine.representatives(context, some).stream()
                        .map(asked::permits)
                        .distinct()
                        .sorted();

                assertThat(few).containsExactlyElementsOf(all.toList());
            }
        }
    }

    @Property(tries = 60)
    void aChangedTreeCountsForTheNextQuestion(@ForAll long seed) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        ReplaceableTree tree = new ReplaceableTree(scenario.tree());
        AccessEngine engine = engine(scenario, tree);
        ProtectionContext context = scenario.context();
        Dataset dataset = scenario.dataset();
        TenantId tenant = scenario.tenant();
        ResolvedQuestion kept = engine.resolve(context, Action.READ, dataset, Optional.empty());
        ResolvedTenant keptTenant = engine.resolve(tenant);
        for (int i = 0; i < 20; i++) {
            tree.replace(scenario.tree());
            boolean expected = engine(scenario, tree.now())
                    .decide(context, Action.READ, dataset, Optional.empty(), tenant)
                    .permits();

            assertThat(engine.decide(context, Action.READ, dataset, Optional.empty(), tenant)
                            .permits())
                    .isEqualTo(expected);
            assertThat(kept.permits(keptTenant)).isEqualTo(expected);
        }
    }

    private static AccessEngine engine(AccessScenario scenario, TenantTree tree) {
        return scenario.inEmergency(new AccessEngine(MAP, scenario::policy, tree, scenario::now));
    }

    private static Object shape(RowFilter filter) {
        return filter instanceof RowFilter.None none ? none.why().facts().asData() : filter;
    }

    /** A host's tree that knows no versions. */
    private record UnversionedTree(TenantTree tree) implements TenantTree {
        @Override
        public Optional<TenantId> parent(TenantId tenant) {
            return tree.parent(tenant);
        }

        @Override
        public boolean isController(TenantId tenant) {
            return tree.isController(tenant);
        }

        @Override
        public Set<TenantId> known() {
            return tree.known();
        }

        @Override
        public Set<TenantId> subtree(TenantId tenant) {
            return tree.subtree(tenant);
        }
    }
}
