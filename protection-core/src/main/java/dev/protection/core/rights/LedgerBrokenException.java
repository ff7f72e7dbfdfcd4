package dev.protection.core.rights;

import dev.protection.ProtectionException;

/** The erasure ledger was tampered with: erasures can no longer be proven, nor replayed from it. */
public final class LedgerBrokenException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-LEDGER-BROKEN";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param position the first line that does not follow the one before
     */
    public LedgerBrokenException(long position) {
        super(
                CODE,
                "line " + position + " of the erasure ledger does not follow the line before.",
                "Restore the ledger from its own backup; nothing is erased until then.");
    }
}
