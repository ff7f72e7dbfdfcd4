package dev.protection.core.anomaly;

import dev.protection.TenantId;

/**
 * What state is kept by: nothing is shared between tenants.
 *
 * @param tenant the tenant
 * @param who the account or the hash of the source
 */
record Key(TenantId tenant, String who) {}
