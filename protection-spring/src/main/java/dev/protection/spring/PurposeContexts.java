package dev.protection.spring;

import dev.protection.ProtectionContext;
import java.util.Optional;

/** Gives code the context that {@link ForPurpose} would bind. Safe for use by several threads. */
@FunctionalInterface
public interface PurposeContexts {
    /**
     * Returns the context of the work in hand.
     *
     * @param purpose the name of a declared purpose
     * @return empty when nobody acts, or for no tenant that is known
     */
    Optional<ProtectionContext> forPurpose(String purpose);
}
