package dev.protection.core.flow;

import dev.protection.ProtectionContext;
import java.util.Optional;

/** Records what is refused before it can even be decided about: no decision without a record. */
public final class Refusals {
    private final Events events;
    private final Contexts contexts;

    Refusals(Events events, Contexts contexts) {
        this.events = events;
        this.contexts = contexts;
    }

    /**
     * Records a statement that cannot be proved safe.
     *
     * @param code why
     */
    public void statement(String code) {
        Optional<ProtectionContext> context = ProtectionContext.current().or(contexts::fixed);
        events.refusedStatement(context, code);
    }
}
