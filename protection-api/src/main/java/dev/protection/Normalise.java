package dev.protection;

/** A change made to a value before it is compared through the blind index; it changes what {@code =} means. */
public enum Normalise {
    /** Upper and lower case are the same. */
    CASE,
    /** Blanks at both ends do not count. */
    TRIM,
    /** Unicode compatibility composition (NFKC, UAX 15). */
    NFKC,
    /** Telephone numbers: only digits and a leading plus count. */
    PHONE,
    /** E-mail addresses: blanks at both ends and case do not count. */
    EMAIL;

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code nfkc}
     */
    public String word() {
        return Words.of(this);
    }
}
