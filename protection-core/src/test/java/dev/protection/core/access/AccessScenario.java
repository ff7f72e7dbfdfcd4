package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.Tenant;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy, a tree and questions drawn at random. */
final class AccessScenario {
    static final List<String> TENANTS =
            List.of("agency", "client", "page", "other-page", "enterprise", "location", "lab", "stray", "stray-2");
    private static final List<String> CATEGORIES = List.of("name", "email-address", "postal-address", "health");
    private static final List<String> ROLES = List.of("a", "b", "c", "unknown");

    private final Random random;
    private final Policy policy;
    private final AccessEngine engine;

    AccessScenario(Random random) {
        this.random = random;
        PolicyBuilder builder = Policy.builder();
        for (String role : List.of("a", "b", "c")) {
            builder.role(role);
            for (int i = random.nextInt(4); i > 0; i--) {
                builder.role(role, grant());
            }
        }
        this.policy = builder.build(MAP);
        this.engine = AccessFixture.engine(policy);
    }

    Policy policy() {
        return policy;
    }

    AccessEngine engine() {
        return engine;
    }

    private Grant grant() {
        Set<Action> actions = new HashSet<>(some(List.of(Action.values())));
        actions.add(Action.READ);
        return new Grant(
                actions,
                new TreeSet<>(atLeastOne(MAP.purposes().keySet())),
                new TreeSet<>(atLeastOne(CATEGORIES)),
                new TreeSet<>(random.nextInt(3) == 0 ? some(MAP.datasets().keySet()) : List.of()),
                one(List.of(TenantScope.values())));
    }

    /** Some of the tenants, each below one of those before it or a root. */
    TenantTree tree() {
        List<Tenant> tenants = new ArrayList<>();
        for (String id : TENANTS) {
            if (random.nextInt(5) > 0) {
                boolean root = tenants.isEmpty() || random.nextInt(3) == 0;
                tenants.add(
                        root
                                ? Tenant.root(id)
                                : Tenant.under(id, one(tenants).id().value()));
            }
        }
        return TenantTree.of(tenants);
    }

    ProtectionContext context() {
        Set<TenantId> tenants = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tenants.add(tenant());
        }
        Actor actor = new Actor("actor", new HashSet<>(some(ROLES)), tenants, Map.of());
        return ProtectionContext.of(actor, one(List.copyOf(MAP.purposes().keySet())), tenant());
    }

    Action action() {
        return one(List.of(Action.values()));
    }

    TenantId tenant() {
        return TenantId.of(one(TENANTS));
    }

    Dataset dataset() {
        return one(List.copyOf(MAP.datasets().values()));
    }

    Optional<Field> field(Dataset dataset) {
        List<Field> fields = List.copyOf(dataset.fields().values());
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(one(fields));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(Collection<T> of) {
        return of.stream().filter(each -> random.nextBoolean()).collect(Collectors.toCollection(ArrayList::new));
    }

    private <T> List<T> atLeastOne(Collection<T> of) {
        List<T> some = some(of);
        return some.isEmpty() ? List.of(one(List.copyOf(of))) : some;
    }
}
