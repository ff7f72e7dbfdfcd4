package dev.protection.core.flow;

import dev.protection.MissingContextException;
import dev.protection.ProtectionContext;
import java.util.Optional;

/**
 * Where a flow takes its context from: the thread's, else the fixed one that was declared for programs that set none.
 *
 * @param fixed the declared one
 * @param remedy what to do where there is none
 */
public record Contexts(Optional<ProtectionContext> fixed, String remedy) {
    /**
     * Takes contexts from programs that open them themselves.
     *
     * @param fixed the declared one
     */
    public Contexts(Optional<ProtectionContext> fixed) {
        this(fixed, MissingContextException.REMEDY);
    }

    /**
     * Returns the context of the work in hand.
     *
     * @return the context
     * @throws MissingContextException when there is none: it is never guessed
     */
    public ProtectionContext current() {
        return ProtectionContext.current().or(() -> fixed).orElseThrow(() -> new MissingContextException(remedy));
    }
}
