package dev.protection.access;

import java.util.Objects;

/**
 * Something in a valid policy that most likely is not meant.
 *
 * @param kind what
 * @param place which rule, for example {@code roles.agent[1]}
 * @param sentence what it is about it, in words
 */
public record PolicyFinding(Kind kind, String place, String sentence) {
    /**
     * Checks the parts.
     *
     * @param kind what
     * @param place which rule
     * @param sentence the words
     */
    public PolicyFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public String toString() {
        return kind + " " + place + " " + sentence;
    }

    /** What can be found; names stay for ever. */
    public enum Kind {
        /** Another grant of the role covers all of the grant: without it nothing would be decided otherwise. */
        DEAD_GRANT,
        /** No dataset that the grant concerns is held for one of its purposes: it permits nothing. */
        UNREACHABLE_GRANT,
        /** The grant opens a category that none of its purposes needs (Art. 5(1)(c) GDPR): it is always masked. */
        GRANT_WIDER_THAN_PURPOSE,
        /** A rule that overrides grants closes all that the grant opens. */
        CONTRADICTION,
        /** The rule that overrides grants closes nothing that a grant opens. */
        DEAD_FORBID,
        /** No field that the mask concerns is held for the purpose. */
        DEAD_MASK,
        /** The purpose discloses data to somebody whom the controller's instruction does not name (Art. 28(3)(a) GDPR). */
        RECIPIENT_NOT_INSTRUCTED
    }
}
