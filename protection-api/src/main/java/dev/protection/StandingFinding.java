package dev.protection;

import java.util.Objects;

/**
 * Something weaker than the library's promises that holds for as long as the configuration stays as it is; printed at
 * start, on receipts and in the measures text.
 *
 * @param code stable, upper case with underscores, for example {@code KEYS_WITH_DATA}
 * @param sentence what is weaker and what would mend it, without secrets
 */
public record StandingFinding(String code, String sentence) {
    /**
     * Checks the parts.
     *
     * @param code the code
     * @param sentence the sentence
     */
    public StandingFinding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(sentence, "sentence");
    }

    @Override
    public String toString() {
        return code + ": " + sentence;
    }
}
