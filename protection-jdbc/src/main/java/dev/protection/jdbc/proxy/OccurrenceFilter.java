package dev.protection.jdbc.proxy;

import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import dev.protection.jdbc.sql.Occurrence;
import java.util.Optional;

/**
 * The rows that may be reached at one mention of a protected table, as a predicate.
 *
 * @param occurrence the mention
 * @param filter the tenants
 * @param persons who is left out whatever the tenant
 */
record OccurrenceFilter(Occurrence occurrence, RowFilter filter, WithheldPersons persons) {
    /** Whether there may be rows that are not admitted. */
    boolean leavesOut() {
        return !admitsAllTenants() || persons.leavesOut();
    }

    private boolean admitsAllTenants() {
        if (occurrence.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            return filter.admits(fixed.tenant());
        }
        return filter instanceof RowFilter.All && mayLackTenant().isEmpty();
    }

    void render(PhysicalText text) {
        tenants(text);
        persons.render(text, occurrence);
    }

    private void tenants(PhysicalText text) {
        if (occurrence.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            text.add(filter.admits(fixed.tenant()) ? "1 = 1" : "1 = 0");
        } else if (filter instanceof RowFilter.All) {
            text.add(mayLackTenant()
                    .map(column -> column.reference() + " IS NOT NULL")
                    .orElse("1 = 1"));
        } else if (filter instanceof RowFilter.Tenants some) {
            new TenantCondition(occurrence.tenant().orElseThrow(), some.tenants()).render(text);
        } else {
            text.add("1 = 0");
        }
    }

    /** A row of no tenant is nobody's to reach. */
    private Optional<Occurrence.Tenant> mayLackTenant() {
        return occurrence.tenant().filter(each -> each.column().nullable());
    }
}
