package dev.protection.anomaly;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells about where an address is; supplied by the host from a database of its choice. Called on each
 * {@link Anomaly#origin}, so it answers from memory, for several threads, and keeps no addresses.
 */
@FunctionalInterface
public interface LocationResolver {
    /**
     * Returns what is known of an address.
     *
     * @param address the network address as text
     * @return empty location and no traits when nothing is known
     */
    Resolved resolve(String address);

    /**
     * Returns a resolver that knows nothing.
     *
     * @return without it, detections that need places stay quiet
     */
    static LocationResolver none() {
        return address -> new Resolved(Optional.empty(), Set.of());
    }

    /**
     * What is known of an address.
     *
     * @param location about where it is
     * @param traits what else is known
     */
    record Resolved(Optional<Location> location, Set<Origin.Trait> traits) {
        /**
         * Copies the parts.
         *
         * @param location the location
         * @param traits the traits
         */
        public Resolved {
            Objects.requireNonNull(location, "location");
            traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
        }
    }
}
