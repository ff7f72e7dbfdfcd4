package dev.protection.jdbc.proxy;

import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import dev.protection.jdbc.sql.Occurrence;
import java.util.Optional;

/** The rows that may be reached at one mention of a protected table, as a predicate. */
record OccurrenceFilter(Occurrence occurrence, RowFilter filter) {
    /** Whether there may be rows that are not admitted. */
    boolean leavesOut() {
        return !(filter instanceof RowFilter.All) || mayLackTenant().isPresent();
    }

    void render(PhysicalText text) {
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
