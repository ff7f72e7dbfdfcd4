package dev.protection.spring;

import dev.protection.ProtectionContext;
import java.util.Optional;

/**
 * The contexts that {@code protection.contexts} declares for work in which nobody is signed in. Safe for use by several
 * threads.
 */
public interface NamedContexts {
    /** Bound to the starting thread until the application is ready. */
    String STARTUP = "startup";
    /** Bound while schema and data are brought up to date. */
    String MIGRATION = "migration";
    /** Bound while an account is looked up to sign somebody in, and for requests of nobody in particular. */
    String ANONYMOUS = "anonymous";
    /** Bound for scheduled methods. */
    String SCHEDULED = "scheduled";
    /** Bound for methods that take messages. */
    String LISTENER = "listener";

    /**
     * Returns a context, with a correlation id of its own.
     *
     * @param name one of the constants, or any other declared name
     * @return empty when none is declared under this name
     */
    Optional<ProtectionContext> named(String name);
}
