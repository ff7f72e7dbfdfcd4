package dev.protection.jdbc.proxy;

import dev.protection.TenantPath;
import dev.protection.access.RowFilter;
import dev.protection.jdbc.sql.Occurrence;
import java.util.List;
import java.util.Optional;

/**
 * The rows that may be reached at one mention of a protected table, as a predicate.
 *
 * @param occurrence the mention
 * @param filters the tenants; a row must be admitted by each
 * @param persons who is left out whatever the tenant
 * @param only whose rows alone are meant, by a statement that locks the person's state itself; empty for all persons'
 */
record OccurrenceFilter(
        Occurrence occurrence, List<RowFilter> filters, WithheldPersons persons, Optional<LockedPerson> only) {
    OccurrenceFilter(Occurrence occurrence, List<RowFilter> filters, WithheldPersons persons) {
        this(occurrence, filters, persons, Optional.empty());
    }

    OccurrenceFilter(Occurrence occurrence, RowFilter filter, WithheldPersons persons) {
        this(occurrence, List.of(filter), persons);
    }

    OccurrenceFilter only(LockedPerson person) {
        return new OccurrenceFilter(occurrence, filters, persons, Optional.of(person));
    }

    /** Whether there may be rows that are not admitted. */
    boolean leavesOut() {
        return !admitsAllTenants() || persons.leavesOut();
    }

    private boolean admitsAllTenants() {
        if (occurrence.dataset().tenant() instanceof TenantPath.Fixed fixed) {
            return filters.stream().allMatch(filter -> filter.admits(fixed.tenant()));
        }
        return filters.stream().allMatch(RowFilter.All.class::isInstance)
                && mayLackTenant().isEmpty();
    }

    void render(PhysicalText text) {
        for (int i = 0; i < filters.size(); i++) {
            text.add(i == 0 ? "" : " AND ");
            tenants(text, filters.get(i));
        }
        persons.render(text, occurrence);
        only.ifPresent(person -> person.render(text, occurrence));
    }

    private void tenants(PhysicalText text, RowFilter filter) {
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
