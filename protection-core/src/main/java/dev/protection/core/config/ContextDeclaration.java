package dev.protection.core.config;

import dev.protection.Actor;
import dev.protection.TenantId;

/**
 * In whose name a program acts that sets no context of its own, such as a job.
 *
 * @param actor who acts, with roles and tenants
 * @param tenant whose work it is
 * @param purpose the name of a declared purpose
 */
public record ContextDeclaration(Actor actor, TenantId tenant, String purpose) {}
