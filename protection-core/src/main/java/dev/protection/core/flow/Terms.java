package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.RowFilter;
import java.util.List;
import java.util.Set;

/** The index terms of a searched value: one for each scope among the tenants that a statement may reach. */
final class Terms {
    private Terms() {}

    static List<byte[]> of(
            Engines engines, RowFilter filter, ProtectionContext context, Dataset dataset, Field field, Object value) {
        return engines.encryption().terms(tenants(engines, filter, context), dataset, field, value);
    }

    private static Set<TenantId> tenants(Engines engines, RowFilter filter, ProtectionContext context) {
        if (filter instanceof RowFilter.Tenants some) {
            return some.tenants();
        }
        Set<TenantId> all = engines.tenants().get();
        return all.isEmpty() ? Set.of(context.tenant()) : all;
    }
}
