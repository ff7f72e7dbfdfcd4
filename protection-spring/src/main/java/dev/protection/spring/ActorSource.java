package dev.protection.spring;

import dev.protection.Actor;
import java.util.Optional;

/**
 * Tells who acts on this thread. With Spring Security there is one for its {@code Authentication}; an application that
 * signs people in by other means defines a bean of its own. Safe for use by several threads.
 */
@FunctionalInterface
public interface ActorSource {
    /**
     * Returns who acts.
     *
     * @return empty when nobody is signed in; never somebody by default
     */
    Optional<Actor> current();
}
