package dev.protection.rights;

import dev.protection.ProtectionException;

/**
 * The data is older than the erasure ledger, as after a backup was restored, so persons who were erased may be in it:
 * nothing is served until the ledger has been replayed (Art. 17, 32(1)(c) GDPR).
 */
public final class QuarantineException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-STORE-QUARANTINE";

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public QuarantineException() {
        super(
                CODE,
                "the data is older than the erasure ledger: a backup was restored, and whoever was erased since is being"
                        + " erased again.",
                "Try again in a moment; the log of the node tells when it is done, or what keeps it from being done.");
    }
}
