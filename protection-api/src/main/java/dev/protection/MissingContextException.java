package dev.protection;

/** Personal data was touched by work that says neither who acts nor why (Art. 5(1)(b), 32(4) GDPR). */
public final class MissingContextException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-CONTEXT-MISSING";

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public MissingContextException() {
        super(
                CODE,
                "no ProtectionContext is bound to this thread.",
                "Open one around the work: try (Scope scope = protection.open(context)) { ... }; on another thread use"
                        + " Protection.carry, or declare 'context:' for a program that has one fixed identity.");
    }
}
