package dev.protection.core.rights;

import dev.protection.ProtectionException;

/** The erasure ledger is not the one that was written: erasures can no longer be proven, nor replayed from it. */
public final class LedgerBrokenException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-LEDGER-BROKEN";

    private static final long serialVersionUID = 1L;
    private static final String REMEDY =
            "Restore the ledger from its own backup, up to its newest line; nothing is served or erased until then.";

    private LedgerBrokenException(String what) {
        super(CODE, what, REMEDY);
    }

    /**
     * Returns the refusal of a changed line.
     *
     * @param position the first line that does not follow the one before, or cannot be read
     * @return the exception
     */
    public static LedgerBrokenException line(long position) {
        return new LedgerBrokenException(
                "line " + position + " of the erasure ledger does not follow the line before, or cannot be read.");
    }

    /**
     * Returns the refusal of a ledger that is another, or an older one, than somebody has seen.
     *
     * @param who who has seen it: the data, or an anchor by its name
     * @param lines how many lines were seen
     * @return the exception
     */
    public static LedgerBrokenException notContinued(String who, long lines) {
        return new LedgerBrokenException("the erasure ledger does not continue the " + lines + " lines that " + who
                + " has seen: it was cut off, replaced, or restored from a backup.");
    }

    /**
     * Returns the refusal of a ledger whose hashes are of another key.
     *
     * @return the exception
     */
    public static LedgerBrokenException otherKey() {
        return new LedgerBrokenException(
                "the erasure ledger names persons by hashes of another key than the key store has.");
    }
}
