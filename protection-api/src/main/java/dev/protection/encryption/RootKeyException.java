package dev.protection.encryption;

import dev.protection.ProtectionException;

/** The root key that the configuration names cannot be used. */
public final class RootKeyException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-KEY-ROOT";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param what what is wrong, without any secret
     * @param remedy what to do about it
     */
    public RootKeyException(String what, String remedy) {
        super(CODE, what, remedy);
    }
}
