package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A key was named that has been destroyed: the person was erased (Art. 17 GDPR). */
public final class KeyDestroyedException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-KEY-DESTROYED";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param key the key
     */
    public KeyDestroyedException(KeyId key) {
        super(
                CODE,
                "key " + key + " has been destroyed with an erasure.",
                "The value cannot be had back; handle Reading.Erased.");
    }
}
