package dev.protection.audit;

import dev.protection.ProtectionException;

/** The audit log is not what was signed, so nothing is added to it and nothing is read from it as if it were whole. */
public final class TamperedLogException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-AUDIT-TAMPERED";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param what what does not fit, with the numbers of entries, without their content
     */
    public TamperedLogException(String what) {
        super(
                CODE,
                what + ".",
                "Keep the database as it is, verify the log, and compare it with its anchors and its last export.");
    }
}
