package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A key could not be bound: its owner has another key, or it has another owner. */
public final class KeyConflictException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-KEY-CONFLICT";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param key the key
     */
    public KeyConflictException(KeyId key) {
        super(
                CODE,
                "key " + key + " cannot be bound: its owner has another key, or it has another owner.",
                "Roll back and write the row again, naming the id of the person.");
    }
}
