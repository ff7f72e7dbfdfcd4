package dev.protection.encryption;

import dev.protection.ProtectionException;

/** A masked value was asked for, and its type has no mask that could stand for it. */
public final class MaskedValueException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-CELL-MASKED";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     */
    public MaskedValueException() {
        super(
                CODE,
                "the purpose in hand does not need this value, so it was not opened.",
                "Ask for it under a purpose that needs its category, or handle Reading.Masked.");
    }
}
