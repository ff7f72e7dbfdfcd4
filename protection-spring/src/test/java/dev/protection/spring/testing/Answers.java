package dev.protection.spring.testing;

import dev.protection.ProtectionException;

/** What the library answered. */
public final class Answers {
    private Answers() {}

    /** The code of the refusal among the causes; empty without one. */
    public static String code(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ProtectionException refusal) {
                return refusal.code();
            }
        }
        return "";
    }
}
