package dev.protection.core;

import java.util.Objects;
import java.util.Optional;

/**
 * Where durable stores are to be opened.
 *
 * @param data the database with the data
 * @param keys the database with the wrapped keys
 * @param ledger the database with the erasure ledger
 * @param createMissing whether missing tables are made; else their absence is an error that shows the DDL
 * @param tenants the table of tenants, in the data's database
 */
public record StoresSettings(
        Database data, Database keys, Database ledger, boolean createMissing, Optional<TenantTable> tenants) {
    /**
     * Checks the parts.
     *
     * @param data the data
     * @param keys the keys
     * @param ledger the ledger
     * @param createMissing whether missing tables are made
     * @param tenants the table of tenants
     */
    public StoresSettings {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(tenants, "tenants");
    }

    /**
     * A database. Its text form shows neither user nor password.
     *
     * @param url a JDBC URL of the original driver
     * @param user the user; empty when the URL says it
     * @param password the password; empty when there is none
     */
    public record Database(String url, Optional<String> user, Optional<String> password) {
        @Override
        public String toString() {
            return "Database";
        }
    }

    /**
     * The table of tenants.
     *
     * @param table its name, perhaps with a schema
     * @param id the column with the tenant's id
     * @param parent the column with the tenant above; empty for tenants without a tree
     * @param controller the column that says whether the tenant is a controller of its own; empty when none is
     */
    public record TenantTable(String table, String id, Optional<String> parent, Optional<String> controller) {}
}
