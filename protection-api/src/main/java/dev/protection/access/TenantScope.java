package dev.protection.access;

import java.util.Locale;

/** Which tenants a grant covers, seen from the tenants its holder is assigned to; each covers what the one before does. */
public enum TenantScope {
    /** The tenants the actor is assigned to. */
    OWN,
    /** Those and all below them in the tree. */
    SUBTREE,
    /** Every tenant, known or not. */
    ANY;

    /**
     * Tells whether this scope reaches as far as another.
     *
     * @param needed the scope that is needed
     * @return true when everything within {@code needed} lies within this
     */
    public boolean covers(TenantScope needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code subtree}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
