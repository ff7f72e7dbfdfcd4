package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The index terms of a searched value: one for each scope among the tenants that a statement may reach. */
final class Terms {
    private Terms() {}

    static List<byte[]> of(
            Engines engines, RowFilter filter, ProtectionContext context, Dataset dataset, Field field, Object value) {
        return engines.encryption().terms(tenants(engines, filter, context, dataset), dataset, field, value);
    }

    static Set<Object> keys(
            Engines engines, RowFilter filter, ProtectionContext context, Dataset dataset, Field field) {
        return engines.encryption().indexKeys(tenants(engines, filter, context, dataset), dataset, field);
    }

    static Optional<TextTerms> text(
            Engines engines,
            RowFilter filter,
            ProtectionContext context,
            Dataset dataset,
            Field field,
            TextSearch search) {
        return new TextTermsFactory(engines.encryption(), tenants(engines, filter, context, dataset), dataset, field)
                .of(search);
    }

    private static Set<TenantId> tenants(
            Engines engines, RowFilter filter, ProtectionContext context, Dataset dataset) {
        if (dataset.tenant() instanceof TenantPath.Fixed fixed) {
            return Set.of(fixed.tenant());
        }
        if (filter instanceof RowFilter.Tenants some) {
            return some.tenants();
        }
        Set<TenantId> all = engines.tenants().get();
        return all.isEmpty() ? Set.of(context.tenant()) : all;
    }
}
