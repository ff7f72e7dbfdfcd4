package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A key was named that the key store does not know, or that is not bound to a person yet. */
public final class UnknownKeyException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-KEY-UNKNOWN";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param key the key
     */
    public UnknownKeyException(KeyId key) {
        super(
                CODE,
                "the key store knows no usable key " + key + ".",
                "Check that the key store belongs to this database and was restored with it.");
    }
}
