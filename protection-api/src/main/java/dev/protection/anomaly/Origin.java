package dev.protection.anomaly;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where work comes from.
 *
 * @param address a keyed hash of the network address
 * @param device a keyed hash of what the host recognises the device by; empty when unknown
 * @param location about where the address is; empty when unknown
 * @param traits what else is known of the address
 */
public record Origin(KeyedHash address, Optional<KeyedHash> device, Optional<Location> location, Set<Trait> traits) {
    /**
     * Copies the parts.
     *
     * @param address the address
     * @param device the device
     * @param location the location
     * @param traits the traits
     */
    public Origin {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(location, "location");
        traits = traits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(traits));
    }

    /**
     * Tells whether the location says where the person is.
     *
     * @return false without a location, and behind a VPN or a hub
     */
    public boolean isLocated() {
        return location.isPresent() && traits.isEmpty();
    }

    /** What may be known of an address. */
    public enum Trait {
        /** The exit of a VPN, proxy or anonymising network: the person is elsewhere. */
        VPN,
        /** A carrier's or company's hub that many people share: the person may be elsewhere. */
        HUB
    }
}
