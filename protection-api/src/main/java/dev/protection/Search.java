package dev.protection;

/** How an encrypted field may be searched. Each way leaks something; it is said with each. */
public enum Search {
    /**
     * {@code =}, {@code IN}, joins and unique constraints through a blind index. Leaks which rows of one controller hold
     * the same value, and how often each value occurs.
     */
    EQUALITY,
    /**
     * {@code LIKE 'x%'} for text, with or without regard to case. Leaks which rows of one controller hold values that begin
     * alike, over how many characters, and how long values of up to 64 characters are.
     */
    PREFIX,
    /**
     * Any pattern of LIKE, with or without regard to case, after opening; at most 10,000 values. Stores nothing, so leaks
     * nothing at rest.
     */
    SUBSTRING,
    /**
     * Sorting, and comparing by {@code <} and BETWEEN, after opening; at most 10,000 rows; text by code point. Stores
     * nothing, so leaks nothing at rest.
     */
    ORDER;

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code equality}
     */
    public String word() {
        return Words.of(this);
    }
}
