package dev.protection.core.rights;

import dev.protection.ProtectionContext;
import dev.protection.TenantId;

/**
 * Who asked for a job, as its events name them.
 *
 * @param actor the id of the actor
 * @param purpose why
 * @param tenant whose work it was
 * @param correlation joins the events
 */
public record Who(String actor, String purpose, TenantId tenant, String correlation) {
    /**
     * Returns who acts in a context.
     *
     * @param context the context
     * @return who
     */
    public static Who of(ProtectionContext context) {
        return new Who(context.actor().id(), context.purpose(), context.tenant(), context.correlationId());
    }
}
