package dev.protection;

/** For what data may be used although its processing is restricted (Art. 18(2) GDPR). */
public enum RestrictionGround {
    /** To keep it: backups, the log, checks of integrity. */
    STORAGE,
    /** With the person's consent. */
    CONSENT,
    /** To establish, exercise or defend legal claims. */
    LEGAL_CLAIMS,
    /** To protect the rights of another natural or legal person. */
    RIGHTS_OF_OTHERS,
    /** For reasons of important public interest of the Union or of a Member State. */
    PUBLIC_INTEREST;

    /**
     * Returns the word used in files.
     *
     * @return lower case with dashes, for example {@code legal-claims}
     */
    public String word() {
        return Words.of(this);
    }
}
