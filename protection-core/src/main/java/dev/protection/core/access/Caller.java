package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A context looked up under one policy and one tree of tenants. Immutable. */
final class Caller {
    private final int purpose;
    private final Reach reach;
    private final int forContext;
    private final TenantId worksFor;
    private final Sums[] grants;
    private final Sums[] forbids;

    Caller(ProtectionContext context, CompiledPolicy policy, Reach reach, Predicate<Conditions> emergency) {
        this.purpose = policy.purpose(context.purpose());
        this.reach = reach;
        this.worksFor = context.tenant();
        this.forContext = reach.needed(worksFor);
        List<Sums> granting = new ArrayList<>(2);
        boolean mixed = policy.mixesDuties(context.actor().roles());
        for (String name : mixed ? Set.<String>of() : context.actor().roles()) {
            CompiledRole role = policy.role(name);
            if (role != null) {
                role.counting(context.actor(), emergency, granting::add);
            }
        }
        this.grants = granting.toArray(Sums[]::new);
        this.forbids = policy.forbids(context.actor().roles());
    }

    int purpose() {
        return purpose;
    }

    /** The tenant the work is for. */
    TenantId worksFor() {
        return worksFor;
    }

    Reach reach() {
        return reach;
    }

    /** The widest scope in which the action is open, if it reaches the context's own tenant; else {@link Cell#NONE}. */
    int widest(Action action, int dataset, int bit) {
        int widest = Cell.NONE;
        for (Sums sums : grants) {
            widest = Math.max(widest, sums.widest(action, purpose, dataset, bit));
        }
        return widest < forContext || forbidden(action, dataset, bit) ? Cell.NONE : widest;
    }

    private boolean forbidden(Action action, int dataset, int bit) {
        for (Sums sums : forbids) {
            if (sums.widest(action, purpose, dataset, bit) != Cell.NONE) {
                return true;
            }
        }
        return false;
    }
}
