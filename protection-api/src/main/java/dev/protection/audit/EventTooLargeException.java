package dev.protection.audit;

import dev.protection.ProtectionException;

/** An event has more bytes than an entry of the log may have. */
public final class EventTooLargeException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-AUDIT-EVENT-TOO-LARGE";

    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param bytes how many it has
     * @param most how many it may have
     */
    public EventTooLargeException(int bytes, int most) {
        super(
                CODE,
                "an audit event has " + bytes + " bytes, but an entry of the log has at most " + most + ".",
                "Do the work in smaller pieces: fewer persons or fewer fields at a time.");
    }
}
