package dev.protection.encryption;

import dev.protection.FieldType;
import dev.protection.ProtectionException;

/** A value cannot be held in the logical type of its field. The value itself is not named. */
public final class ValueException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-VALUE";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param type the type of the field
     * @param given the Java class of the value
     */
    public ValueException(FieldType type, Class<?> given) {
        super(
                CODE,
                "a " + given.getName() + " was given that is no " + type.word() + ", or one out of its range.",
                "Give a value of type " + type.javaType().getSimpleName() + " or one that converts to it exactly.");
    }
}
