package dev.protection.rights;

import dev.protection.ProtectionException;

/** A write, or the opening of one person's value, that the state of the person forbids. */
public final class SubjectStateException extends ProtectionException {
    /** The person is being erased or was erased. */
    public static final String ERASED = "PROT-SUBJECT-ERASED";

    /** The person's data is restricted (Art. 18 GDPR). */
    public static final String RESTRICTED = "PROT-SUBJECT-RESTRICTED";

    /** The person's data is under legal hold. */
    public static final String HELD = "PROT-SUBJECT-HELD";

    /** The person has objected to the purpose (Art. 21 GDPR). */
    public static final String OBJECTED = "PROT-SUBJECT-OBJECTED";

    /** The person does not consent to the purpose (Art. 7 GDPR). */
    public static final String NO_CONSENT = "PROT-SUBJECT-NO-CONSENT";

    private static final long serialVersionUID = 1L;

    private SubjectStateException(String code, String what, String remedy) {
        super(code, what, remedy);
    }

    /**
     * Returns the refusal of a write about a person who is being erased or was erased.
     *
     * @param phase how far the erasure has come
     * @return the exception
     */
    public static SubjectStateException phase(Phase phase) {
        return new SubjectStateException(
                ERASED,
                "the statement writes about a person whose erasure has come to the phase " + phase + ".",
                "Leave the person out; a new relation with the same id needs an explicit readmission.");
    }

    /**
     * Returns the refusal of a use of restricted data.
     *
     * @return the exception
     */
    public static SubjectStateException restricted() {
        return new SubjectStateException(
                RESTRICTED,
                "the data of a person is used whose processing is restricted.",
                "Leave the person out until the restriction is lifted (Art. 18(2) GDPR).");
    }

    /**
     * Returns the refusal of a use to which the person has objected.
     *
     * @param purpose the purpose
     * @return the exception
     */
    public static SubjectStateException objected(String purpose) {
        return new SubjectStateException(
                OBJECTED,
                "the data of a person is used for the purpose '" + purpose + "', to which the person has objected.",
                "Leave the person out (Art. 21 GDPR); only a recorded decision or the person ends an objection.");
    }

    /**
     * Returns the refusal of a use to which the person has not consented.
     *
     * @param purpose the purpose
     * @return the exception
     */
    public static SubjectStateException noConsent(String purpose) {
        return new SubjectStateException(
                NO_CONSENT,
                "the data of a person is used for the purpose '" + purpose
                        + "', to which the person has not consented, or no longer does.",
                "Leave the person out, or record the consent first: SubjectRequest.giveConsent (Art. 7 GDPR).");
    }

    /**
     * Returns the refusal of a destructive write about a person whose data is held.
     *
     * @return the exception
     */
    public static SubjectStateException held() {
        return new SubjectStateException(
                HELD,
                "the statement changes or removes data that is under legal hold; no row was touched.",
                "Leave those rows out, or have the hold released.");
    }
}
