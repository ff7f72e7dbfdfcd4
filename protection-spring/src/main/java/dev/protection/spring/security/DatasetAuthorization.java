package dev.protection.spring.security;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.access.RowFilter;
import dev.protection.core.Protection;
import dev.protection.spring.PurposeContexts;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;

/**
 * Makes authorization managers that ask the library: a request is let through when its actor may reach some row of a
 * dataset for a purpose, by the same decision as the interceptor takes. Safe for use by several threads.
 */
public final class DatasetAuthorization {
    private final Supplier<Protection> protection;
    private final PurposeContexts contexts;

    DatasetAuthorization(Supplier<Protection> protection, PurposeContexts contexts) {
        this.protection = protection;
        this.contexts = contexts;
    }

    /**
     * Returns a manager.
     *
     * @param <T> what is authorized, such as a request; it is not looked at
     * @param purpose the name of a declared purpose
     * @param action what is to be done
     * @param dataset the name of a declared dataset
     * @return grants when some row may be reached; denies without a context
     */
    public <T> AuthorizationManager<T> requires(String purpose, Action action, String dataset) {
        return (authentication, object) -> new AuthorizationDecision(granted(purpose, action, dataset));
    }

    private boolean granted(String purpose, Action action, String dataset) {
        Optional<ProtectionContext> context = contexts.forPurpose(purpose);
        if (context.isEmpty()) {
            return false;
        }
        try (Scope scope = context.get().open()) {
            return !(protection.get().access().filter(action, dataset) instanceof RowFilter.None);
        }
    }
}
