package dev.protection.core.access;

import dev.protection.TenantId;
import org.jspecify.annotations.Nullable;

/** A tenant with its place in one state of the tree of tenants. Immutable; of use, but slower, under any other state. */
public final class ResolvedTenant {
    private final TenantId id;
    private final @Nullable TenantNumbers in;
    private final int number;

    ResolvedTenant(TenantId id, @Nullable InForce now) {
        this.id = id;
        this.in = now == null ? null : now.numbers();
        this.number = now == null ? TenantNumbers.UNKNOWN : now.numbers().of(id);
    }

    /**
     * Returns the tenant.
     *
     * @return its id
     */
    public TenantId id() {
        return id;
    }

    boolean isUnknownTo(TenantNumbers numbers) {
        return in != numbers || number == TenantNumbers.UNKNOWN;
    }

    int number() {
        return number;
    }
}
