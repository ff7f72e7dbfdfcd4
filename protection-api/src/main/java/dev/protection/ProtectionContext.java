package dev.protection;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts, why, and for whom: what must be known before personal data is touched (Art. 5(1)(b), 29, 32(4) GDPR).
 *
 * <p>It is bound to a thread for a {@link Scope}, never guessed and never inherited by another thread.
 *
 * @param actor who acts
 * @param purpose the name of a declared purpose
 * @param tenant whose work it is
 * @param correlationId joins the records of one piece of work, for example a trace id
 */
public record ProtectionContext(Actor actor, String purpose, TenantId tenant, String correlationId) {
    /**
     * Checks the parts.
     *
     * @param actor who acts
     * @param purpose not blank
     * @param tenant whose work it is
     * @param correlationId not blank
     */
    public ProtectionContext {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(tenant, "tenant");
        if (purpose.isBlank() || correlationId.isBlank()) {
            throw new IllegalArgumentException("a context has a purpose and a correlation id");
        }
    }

    /**
     * Returns a context with a correlation id of its own.
     *
     * @param actor who acts
     * @param purpose the name of a declared purpose
     * @param tenant whose work it is
     * @return the context
     */
    public static ProtectionContext of(Actor actor, String purpose, TenantId tenant) {
        return new ProtectionContext(actor, purpose, tenant, UUID.randomUUID().toString());
    }

    /**
     * Returns the context bound to this thread.
     *
     * @return empty when none is bound
     */
    public static Optional<ProtectionContext> current() {
        return Optional.ofNullable(ContextBinding.current());
    }

    /**
     * Binds this context to this thread; scopes nest.
     *
     * @return the scope, to be closed on this thread
     */
    public Scope open() {
        return ContextBinding.open(this);
    }

    /**
     * Binds no context to this thread: for a thread that is lent to work which must not act in the name of whatever ran
     * on it before. Closing it also ends scopes that were opened within and forgotten.
     *
     * @return the scope, to be closed on this thread
     */
    public static Scope none() {
        return ContextBinding.open(null);
    }
}
