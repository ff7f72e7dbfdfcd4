package dev.protection.lawfulness;

/** What is known of a consent, as the Data Privacy Vocabulary says it. */
public enum ConsentStatus {
    /** Given, and in force. */
    GIVEN("ConsentGiven"),
    /** Withdrawn by the person (Art. 7(3) GDPR). */
    WITHDRAWN("ConsentWithdrawn"),
    /** Ended by itself. */
    EXPIRED("ConsentExpired"),
    /** Never asked for, or forgotten with the person. */
    UNKNOWN("ConsentUnknown");

    private final String term;

    ConsentStatus(String term) {
        this.term = term;
    }

    /**
     * Returns the term.
     *
     * @return an IRI of the {@code dpv} vocabulary
     */
    public String iri() {
        return "https://w3id.org/dpv#" + term;
    }
}
