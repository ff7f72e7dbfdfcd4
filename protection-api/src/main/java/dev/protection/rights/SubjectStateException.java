package dev.protection.rights;

import dev.protection.ProtectionException;

/** A write that the state of a person forbids. */
public final class SubjectStateException extends ProtectionException {
    /** The person is being erased or was erased. */
    public static final String ERASED = "PROT-SUBJECT-ERASED";

    /** The person's data is restricted (Art. 18 GDPR). */
    public static final String RESTRICTED = "PROT-SUBJECT-RESTRICTED";

    /** The person's data is under legal hold. */
    public static final String HELD = "PROT-SUBJECT-HELD";

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
     * Returns the refusal of a write about a person whose data is restricted.
     *
     * @return the exception
     */
    public static SubjectStateException restricted() {
        return new SubjectStateException(
                RESTRICTED,
                "the statement writes about a person whose data is restricted.",
                "Leave the person out until the restriction is lifted (Art. 18(2) GDPR).");
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
