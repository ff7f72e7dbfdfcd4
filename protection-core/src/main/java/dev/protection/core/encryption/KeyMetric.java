package dev.protection.core.encryption;

/** The meters of this package, as Micrometer shows them: counters, unless said otherwise. None has a tag, so none can carry personal data. */
public enum KeyMetric {
    /** Subject keys found usable in the cache, without asking the key store. */
    CACHED("protection.keys.cached", "Subject keys used from the cache"),
    /** Look-ups sent to the key store; each may ask for many keys. */
    LOOK_UPS("protection.keys.look.ups", "Look-ups of subject keys in the key store"),
    /** Cached subject keys that the key store was asked about again because the staleness bound had passed. */
    REVALIDATED("protection.keys.revalidated", "Cached subject keys checked again"),
    /** Subject keys unwrapped. */
    UNWRAPPED("protection.keys.unwrapped", "Subject keys unwrapped"),
    /** Subject keys made by this node and kept, the provisional ones too. */
    CREATED("protection.keys.created", "Subject keys created"),
    /** Subject keys destroyed through this node. */
    DESTROYED("protection.keys.destroyed", "Subject keys destroyed"),
    /** Wrapped keys and cells that were not authentic. */
    REJECTED("protection.keys.rejected", "Wrapped keys and cells that were not authentic"),
    /** Unwrapped subject keys held in memory now; a gauge. */
    HELD("protection.keys.held", "Unwrapped subject keys held in memory");

    private final String meter;
    private final String description;

    KeyMetric(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /**
     * Returns the name in Micrometer's registry.
     *
     * @return dots between words
     */
    public String meter() {
        return meter;
    }

    /**
     * Returns what is counted.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }
}
