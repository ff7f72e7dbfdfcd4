package dev.protection.jdbc.proxy;

import dev.protection.ProtectionException;

/** The rows that a change is about were changed by somebody else between being decided about and being locked. */
final class ChangedMeanwhile extends ProtectionException {
    static final String CODE = "PROT-CHANGED-MEANWHILE";

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super(
                CODE,
                "other rows or persons than those decided about would have been changed; nothing was.",
                "Run the transaction again.");
    }
}
