package dev.protection.core.encryption;

import dev.protection.RetentionClass;
import dev.protection.TenantId;
import java.util.Objects;

/**
 * A person whose id the database is about to generate, for the fields of one retention class.
 *
 * @param tenant whose data it will be
 * @param kind the kind of person
 * @param retentionClass the class
 */
public record ExpectedSubject(TenantId tenant, String kind, RetentionClass retentionClass) {
    /**
     * Checks the parts.
     *
     * @param tenant whose data it will be
     * @param kind the kind of person
     * @param retentionClass the class
     */
    public ExpectedSubject {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(retentionClass, "retentionClass");
    }
}
