package dev.protection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.TenantId;
import dev.protection.testing.TenantTreeContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantTreeTest extends TenantTreeContract {
    @Override
    protected TenantTree tree(List<Tenant> tenants) {
        return TenantTree.of(tenants);
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> TenantTree.of(List.of(
                        Tenant.root("agency"),
                        Tenant.root("agency"),
                        Tenant.under("page", "agencie"),
                        Tenant.under("a", "b"),
                        Tenant.under("b", "c"),
                        Tenant.under("c", "a"),
                        Tenant.under("hanger-on", "a"),
                        Tenant.under("self", "self"))));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "tenants.agency: is declared twice",
                        "tenants.page.parent: names the unknown tenant 'agencie', did you mean 'agency'?",
                        "tenants.a.parent: closes a cycle: a under b under c under a",
                        "tenants.self.parent: closes a cycle: self under self");
    }

    @Test
    void aDeepChainIsWalkedWithoutRecursion() {
        List<Tenant> chain = new ArrayList<>(List.of(new Tenant(TenantId.of("0"), java.util.Optional.empty(), false)));
        for (int i = 1; i < 50_000; i++) {
            chain.add(0, Tenant.under(Integer.toString(i), Integer.toString(i - 1)));
        }

        TenantTree tree = TenantTree.of(chain);

        assertThat(tree.controllerOf(TenantId.of("49999"))).isEqualTo(TenantId.of("0"));
        assertThat(tree.subtree(TenantId.of("0"))).hasSize(50_000);
    }
}
