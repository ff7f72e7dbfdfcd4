package dev.protection.lawfulness;

import dev.protection.TenantId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * On what footing the data of each controller is processed. Whose instructions count for a tenant's data is the tenant's
 * controller: itself or its nearest ancestor marked as one, else the root above it.
 *
 * @param named by controller
 * @param others of controllers that are not named
 */
public record Mandates(SortedMap<TenantId, Mandate> named, Mandate others) {
    /** All data is the installation's own: no instructions are needed. */
    public static final Mandates OWN = new Mandates(Collections.emptySortedMap(), Mandate.OWN);

    /**
     * Copies the parts.
     *
     * @param named by controller
     * @param others of others
     */
    public Mandates {
        Objects.requireNonNull(others, "others");
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
    }

    /**
     * Returns these mandates with one more.
     *
     * @param controller the controller
     * @param mandate its footing
     * @return a copy
     */
    public Mandates with(String controller, Mandate mandate) {
        SortedMap<TenantId, Mandate> more = new TreeMap<>(named);
        more.put(TenantId.of(controller), mandate);
        return new Mandates(more, others);
    }

    /**
     * Returns the footing of a controller.
     *
     * @param controller the controller
     * @return its own, or that of others
     */
    public Mandate of(TenantId controller) {
        return named.getOrDefault(controller, others);
    }

    /**
     * Returns every footing there is.
     *
     * @return each once
     */
    public Collection<Mandate> all() {
        Set<Mandate> all = new LinkedHashSet<>(named.values());
        all.add(others);
        return Collections.unmodifiableSet(all);
    }
}
