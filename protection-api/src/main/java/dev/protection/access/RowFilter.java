package dev.protection.access;

import dev.protection.TenantId;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** The rows of a dataset that an action may reach: a predicate on the row's tenant. */
public sealed interface RowFilter {
    /**
     * Tells whether a row lies within this filter.
     *
     * @param tenant the row's tenant
     * @return true when the action may reach it
     */
    boolean admits(TenantId tenant);

    /** Every row. */
    record All() implements RowFilter {
        @Override
        public boolean admits(TenantId tenant) {
            return true;
        }
    }

    /**
     * No row.
     *
     * @param why the refusal: a {@link Deny} or {@link Undecided}
     */
    record None(Decision why) implements RowFilter {
        /**
         * Checks the part.
         *
         * @param why not a permit
         */
        public None {
            if (why.permits()) {
                throw new IllegalArgumentException("a permit is no reason for refusing");
            }
        }

        @Override
        public boolean admits(TenantId tenant) {
            return false;
        }
    }

    /**
     * The rows of some tenants.
     *
     * @param tenants at least one
     */
    record Tenants(SortedSet<TenantId> tenants) implements RowFilter {
        /**
         * Copies the set.
         *
         * @param tenants at least one
         */
        public Tenants {
            Objects.requireNonNull(tenants, "tenants");
            if (tenants.isEmpty()) {
                throw new IllegalArgumentException("a filter without tenants is RowFilter.None");
            }
            tenants = Collections.unmodifiableSortedSet(new TreeSet<>(tenants));
        }

        @Override
        public boolean admits(TenantId tenant) {
            return tenants.contains(tenant);
        }
    }
}
