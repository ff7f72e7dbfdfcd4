package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import java.util.Arrays;
import java.util.Set;

/** A context looked up under one policy and one tree of tenants. Immutable. */
final class Caller {
    private final int purpose;
    private final Reach reach;
    private final int forContext;
    private final CompiledRole[] roles;

    Caller(ProtectionContext context, CompiledPolicy policy, Reach reach) {
        this.purpose = policy.purpose(context.purpose());
        this.reach = reach;
        this.forContext = reach.needed(context.tenant());
        this.roles = roles(context.actor().roles(), policy);
    }

    private static CompiledRole[] roles(Set<String> names, CompiledPolicy policy) {
        CompiledRole[] found = new CompiledRole[names.size()];
        int count = 0;
        for (String name : names) {
            CompiledRole role = policy.role(name);
            if (role != null) {
                found[count++] = role;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    int purpose() {
        return purpose;
    }

    Reach reach() {
        return reach;
    }

    /** The widest scope in which the action is open, if it reaches the context's own tenant; else {@link Cell#NONE}. */
    int widest(Action action, int dataset, int bit) {
        int widest = Cell.NONE;
        for (CompiledRole role : roles) {
            Cell cell = role.cell(action, purpose);
            if (cell != null) {
                widest = Math.max(widest, cell.widest(dataset, bit));
            }
        }
        return widest < forContext ? Cell.NONE : widest;
    }
}
