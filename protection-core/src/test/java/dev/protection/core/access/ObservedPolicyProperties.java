package dev.protection.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.ObservedRefusal;
import dev.protection.access.Policy;
import dev.protection.access.PolicyTrial;
import dev.protection.access.RowFilter;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Counted is exactly what is permitted and would be refused; nothing is decided otherwise for being observed. */
class ObservedPolicyProperties {
    private static long times(PolicyTrial trial) {
        return trial.refusals().stream().mapToLong(ObservedRefusal::times).sum();
    }

    @Property(tries = 200)
    void whatWouldBeRefusedIsCounted(@ForAll long seed, @ForAll long other) {
        AccessScenario scenario = new AccessScenario(new Random(seed));
        Policy candidate = new AccessScenario(new Random(other)).policy();
        AccessEngine alone = scenario.inEmergency(
                new AccessEngine(AccessFixture.MAP, scenario::policy, AccessFixture.TREE, scenario::now));
        AccessEngine would = new AccessEngine(AccessFixture.MAP, () -> candidate, AccessFixture.TREE, scenario::now);
        try (PolicyTrial trial = scenario.engine().observe(candidate)) {
            for (int i = 0; i < 30; i++) {
                scenario.passTime();
                ProtectionContext context = scenario.context();
                Dataset dataset = scenario.dataset();
                Optional<Field> field = scenario.field(dataset);
                Action action = scenario.action();
                TenantId tenant = scenario.tenant();
                long before = times(trial);

                boolean permitted = scenario.engine()
                        .decide(context, action, dataset, field, tenant)
                        .permits();
                assertThat(permitted)
                        .isEqualTo(alone.decide(context, action, dataset, field, tenant)
                                .permits());
                boolean refused = permitted
                        && !would.decide(context, action, dataset, field, tenant)
                                .permits();
                assertThat(times(trial)).isEqualTo(before + (refused ? 1 : 0));

                RowFilter filter = scenario.engine().filter(context, action, dataset);
                RowFilter narrower = would.filter(context, action, dataset);
                boolean less = AccessScenario.TENANTS.stream()
                                .map(TenantId::of)
                                .anyMatch(each -> filter.admits(each) && !narrower.admits(each))
                        || (filter instanceof RowFilter.All && narrower instanceof RowFilter.Tenants);
                assertThat(times(trial) > before + (refused ? 1 : 0)).isEqualTo(less);
            }
        }
    }
}
