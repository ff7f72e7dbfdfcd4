package dev.protection.encryption;

import dev.protection.ProtectionException;

/**
 * A wrapped key did not unwrap: it was damaged, moved to another owner, or wrapped under another parent key.
 */
public final class WrappedKeyException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-KEY-WRAPPED";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param which which key, without any secret and without the person
     */
    public WrappedKeyException(String which) {
        super(
                CODE,
                "the wrapped " + which + " is not authentic for its place in the key store.",
                "Check that the root key is the one it was wrapped under, and restore the key store.");
    }
}
