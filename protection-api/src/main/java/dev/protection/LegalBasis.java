package dev.protection;

/** Why processing is lawful: the six legal bases of Art. 6(1) GDPR, with their DPV terms. */
public enum LegalBasis {
    /** The person has consented (point a). */
    CONSENT("a"),
    /** Needed for a contract with the person (point b). */
    CONTRACT("b"),
    /** Needed to comply with a law (point c). */
    LEGAL_OBLIGATION("c"),
    /** Needed to protect somebody's life (point d). */
    VITAL_INTERESTS("d"),
    /** Needed for a task in the public interest (point e). */
    PUBLIC_TASK("e"),
    /** Needed for legitimate interests that outweigh the person's (point f). */
    LEGITIMATE_INTERESTS("f");

    private final String point;

    LegalBasis(String point) {
        this.point = point;
    }

    /**
     * Returns the word used in files.
     *
     * @return lower case with dashes, for example {@code legal-obligation}
     */
    public String word() {
        return Words.of(this);
    }

    /**
     * Returns the DPV term.
     *
     * @return an IRI of the {@code eu-gdpr} vocabulary
     */
    public String iri() {
        return "https://w3id.org/dpv/legal/eu/gdpr#A6-1-" + point;
    }
}
