package dev.protection.access;

import java.util.Objects;
import java.util.Optional;

/**
 * Yes: some grant covers the action.
 *
 * @param mask present when the purpose does not need the field's category (Art. 5(1)(c) GDPR): READ and COPY show the
 *     mask in place of the value; MODIFY leaves the column out when the mask itself is sent back and refuses any other
 *     value
 * @param facts the grants it rests on
 */
public record Permit(Optional<Mask> mask, Facts facts) implements Decision {
    /**
     * Checks the parts.
     *
     * @param mask the mask
     * @param facts the facts
     */
    public Permit {
        Objects.requireNonNull(mask, "mask");
        Objects.requireNonNull(facts, "facts");
    }
}
