package dev.protection;

/** Personal data was touched by work that says neither who acts nor why (Art. 5(1)(b), 32(4) GDPR). */
public final class MissingContextException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-CONTEXT-MISSING";

    /** What a program does that has no framework to do it. */
    public static final String REMEDY =
            "Open one around the work: try (Scope scope = protection.open(context)) { ... }; on another thread use"
                    + " Protection.carry, or declare 'context:' for a program that has one fixed identity.";

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public MissingContextException() {
        this(REMEDY);
    }

    /**
     * Makes the exception for a program whose contexts come from elsewhere.
     *
     * @param remedy what to do there
     */
    public MissingContextException(String remedy) {
        super(CODE, "no ProtectionContext is bound to this thread.", remedy);
    }
}
