package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.TenantId;
import dev.protection.access.Tenant;
import dev.protection.access.TenantTree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link TenantTree} passes. */
public abstract class TenantTreeContract {
    private static final TenantId AGENCY = TenantId.of("agency");
    private static final TenantId CLIENT = TenantId.of("client");
    private static final TenantId PAGE = TenantId.of("page");
    private static final TenantId SHOP = TenantId.of("shop");
    private static final TenantId STRAY = TenantId.of("stray");

    /** For subclasses. */
    protected TenantTreeContract() {}

    /**
     * Returns a tree of these tenants.
     *
     * @param tenants sound, in any order
     * @return the tree under test
     */
    protected abstract TenantTree tree(List<Tenant> tenants);

    private TenantTree tree() {
        return tree(List.of(
                Tenant.under("page", "client"),
                Tenant.under("client", "agency").asController(),
                new Tenant(AGENCY, java.util.Optional.empty(), false),
                Tenant.under("shop", "agency")));
    }

    @Test
    void knowsParentsAndMarks() {
        assertThat(tree().parent(PAGE)).contains(CLIENT);
        assertThat(tree().parent(AGENCY)).isEmpty();
        assertThat(tree().isController(CLIENT)).isTrue();
        assertThat(tree().isController(PAGE)).isFalse();
        assertThat(tree().known()).containsExactlyInAnyOrder(AGENCY, CLIENT, PAGE, SHOP);
    }

    @Test
    void aSubtreeIsTheTenantAndAllBelowIt() {
        assertThat(tree().subtree(AGENCY)).containsExactlyInAnyOrder(AGENCY, CLIENT, PAGE, SHOP);
        assertThat(tree().subtree(CLIENT)).containsExactlyInAnyOrder(CLIENT, PAGE);
        assertThat(tree().subtree(PAGE)).containsExactly(PAGE);
    }

    @Test
    void theControllerIsTheNearestMarkedElseTheRoot() {
        assertThat(tree().controllerOf(PAGE)).isEqualTo(CLIENT);
        assertThat(tree().controllerOf(CLIENT)).isEqualTo(CLIENT);
        assertThat(tree().controllerOf(SHOP)).isEqualTo(AGENCY);
    }

    @Test
    void anUnknownTenantIsItsOwnRoot() {
        assertThat(tree().parent(STRAY)).isEmpty();
        assertThat(tree().isController(STRAY)).isFalse();
        assertThat(tree().subtree(STRAY)).containsExactly(STRAY);
        assertThat(tree().controllerOf(STRAY)).isEqualTo(STRAY);
    }
}
