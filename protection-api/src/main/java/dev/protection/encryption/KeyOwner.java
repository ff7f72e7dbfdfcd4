package dev.protection.encryption;

import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import java.util.Objects;

/**
 * Whose subject key: a person, for the fields of one retention class. What no law keeps can so be shredded apart from
 * what a law keeps.
 *
 * @param subject the person
 * @param retentionClass the class
 */
public record KeyOwner(SubjectRef subject, RetentionClass retentionClass) {
    /**
     * Checks the parts.
     *
     * @param subject the person
     * @param retentionClass the class
     */
    public KeyOwner {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(retentionClass, "retentionClass");
    }

    /**
     * Returns whose data it is.
     *
     * @return the tenant of the person
     */
    public TenantId tenant() {
        return subject.tenant();
    }
}
