package dev.protection.core.flow;

import dev.protection.DataMap;
import dev.protection.TenantId;
import dev.protection.core.access.AccessEngine;
import dev.protection.core.audit.AuditEngine;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.lawfulness.LawfulnessEngine;
import dev.protection.rights.SubjectStates;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The engines that meet in a flow.
 *
 * @param map the declaration
 * @param access decides
 * @param encryption seals and opens
 * @param audit records
 * @param observer watches
 * @param clock tells the time
 * @param states the states of persons
 * @param lawfulness says whose data a purpose may not use
 * @param tenants all tenants known, by the tree or by having data
 */
public record Engines(
        DataMap map,
        AccessEngine access,
        EncryptionEngine encryption,
        AuditEngine audit,
        Observer observer,
        InstantSource clock,
        SubjectStates states,
        LawfulnessEngine lawfulness,
        Supplier<Set<TenantId>> tenants) {}
