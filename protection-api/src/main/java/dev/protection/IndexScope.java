package dev.protection;

/** Within which part of the tenant tree equal values get equal index terms. */
public enum IndexScope {
    /** Each tenant has a key of its own: nothing can be compared across tenants. */
    TENANT,
    /** The nearest ancestor that is a controller of its own, else the root of the tree; the default. */
    CONTROLLER,
    /** One key for the whole installation: values of different controllers can be compared. */
    ROOT;

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code controller}
     */
    public String word() {
        return Words.of(this);
    }
}
