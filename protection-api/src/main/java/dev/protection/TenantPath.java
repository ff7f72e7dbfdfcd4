package dev.protection;

import java.util.Objects;

/** Where a row names its tenant. */
public sealed interface TenantPath {
    /**
     * A column of the row holds the tenant's id.
     *
     * @param column the column
     */
    record Column(String column) implements TenantPath {
        /**
         * Checks the part.
         *
         * @param column the column
         */
        public Column {
            Objects.requireNonNull(column, "column");
        }
    }

    /**
     * All rows belong to one tenant.
     *
     * @param tenant the tenant
     */
    record Fixed(TenantId tenant) implements TenantPath {
        /**
         * Checks the part.
         *
         * @param tenant the tenant
         */
        public Fixed {
            Objects.requireNonNull(tenant, "tenant");
        }
    }
}
