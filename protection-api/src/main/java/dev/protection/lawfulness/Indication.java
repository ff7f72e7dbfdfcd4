package dev.protection.lawfulness;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a person said that it consents, or no longer does: what the controller proves it by (Art. 7(1) GDPR).
 *
 * @param notice which text the person had before it: a version, a link, a hash; not blank
 * @param method how it was said, for example {@code web form, box ticked} or {@code by telephone}; not blank
 * @param until when the consent ends by itself, in whole milliseconds; empty for as the purpose says
 */
public record Indication(String notice, String method, Optional<Instant> until) {
    private static final int LONGEST = 500;

    /**
     * Checks the parts.
     *
     * @param notice the text
     * @param method how
     * @param until the end
     * @throws IllegalArgumentException when the text or the way is blank, or longer than 500 characters
     */
    public Indication {
        until = until.map(end -> Instant.ofEpochMilli(end.toEpochMilli()));
        require("notice", notice);
        require("method", method);
    }

    /**
     * Returns an indication that says no end.
     *
     * @param notice which text the person had before it
     * @param method how it was said
     * @return the indication
     */
    public static Indication of(String notice, String method) {
        return new Indication(notice, method, Optional.empty());
    }

    /**
     * Returns this indication with an end.
     *
     * @param end when the consent ends by itself
     * @return a copy
     */
    public Indication until(Instant end) {
        return new Indication(notice, method, Optional.of(end));
    }

    private static void require(String part, String text) {
        Objects.requireNonNull(text, part);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("the " + part + " of a consent is 1 to " + LONGEST
                    + " characters long: without it nobody can prove the consent");
        }
    }

    /** Leaves out what may name the person. */
    @Override
    public String toString() {
        return "Indication";
    }
}
