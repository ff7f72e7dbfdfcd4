package dev.protection.jdbc.sql;

import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.IndexScope;
import dev.protection.TenantPath;
import java.util.Collection;

/**
 * Whether UNIQUE over index terms means what UNIQUE over the values does. Equal values of two scopes have different terms,
 * so it does only within one scope: where the field has one for all tenants, where all rows are one tenant's, or where the
 * tenant itself is among the columns.
 */
final class UniqueScope {
    private UniqueScope() {}

    static boolean kept(Dataset dataset, Collection<Field> indexed, boolean withTenant) {
        return withTenant
                || dataset.tenant() instanceof TenantPath.Fixed
                || indexed.stream().allMatch(field -> field.index().scope() == IndexScope.ROOT);
    }
}
