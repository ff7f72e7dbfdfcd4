package dev.protection.access;

/**
 * The answer to "may this work do this with this data": yes, no, or it could not be decided. Only {@link Permit} lets
 * anything through, and each answer carries the facts that led to it.
 */
public sealed interface Decision permits Permit, Deny, Undecided {
    /**
     * Returns what led to this answer and what would change it.
     *
     * @return the facts, free of values of personal data
     */
    Facts facts();

    /**
     * Tells whether the work may go on.
     *
     * @return true for a {@link Permit}, masked or not
     */
    default boolean permits() {
        return this instanceof Permit;
    }

    /**
     * Returns this decision when it permits.
     *
     * @return the permit
     * @throws AccessDeniedException when it does not
     */
    default Permit orThrow() {
        if (this instanceof Permit permit) {
            return permit;
        }
        throw new AccessDeniedException(this);
    }
}
