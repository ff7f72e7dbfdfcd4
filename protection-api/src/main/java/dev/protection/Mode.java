package dev.protection;

/** How strictly a dataset is protected. Anything weaker than {@link #ENFORCE} is for adoption and not yet offered. */
public enum Mode {
    /** Decide and record, refuse and encrypt nothing. */
    OBSERVE,
    /** Reads accept plaintext and ciphertext, writes encrypt. */
    MIGRATE,
    /** Everything is enforced; the default. */
    ENFORCE;

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code enforce}
     */
    public String word() {
        return Words.of(this);
    }
}
