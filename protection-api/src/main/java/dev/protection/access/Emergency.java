package dev.protection.access;

import dev.protection.ProtectionContext;
import java.time.Instant;
import java.util.Objects;

/**
 * An emergency for which the glass was broken.
 *
 * @param id names it in records
 * @param context the work, to be opened for what has to be done
 * @param until when the last grant of it ends, unless it is {@linkplain BreakGlass#close closed} before
 */
public record Emergency(String id, ProtectionContext context, Instant until) {
    /** The actor's attribute that names the emergency. */
    public static final String ATTRIBUTE = "break-glass";

    /**
     * Checks the parts.
     *
     * @param id its name
     * @param context the work
     * @param until the end
     */
    public Emergency {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(until, "until");
    }
}
