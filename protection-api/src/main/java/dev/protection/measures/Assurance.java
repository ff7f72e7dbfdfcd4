package dev.protection.measures;

/** Who a sentence rests on. */
public enum Assurance {
    /** The library enforces it, for declared datasets over wrapped connections. */
    GUARANTEE("product guarantee"),
    /** It holds as the application is configured. */
    CONFIGURATION("configuration"),
    /** The operator does it, outside any library. */
    OPERATOR("operator duty");

    private final String words;

    Assurance(String words) {
        this.words = words;
    }

    /**
     * Returns it as it is printed.
     *
     * @return two words
     */
    public String inWords() {
        return words;
    }
}
