package dev.protection.rights;

/** How far a person's erasure has come. */
public enum Phase {
    /** No erasure; the application may write. */
    ACTIVE,
    /** An erasure is under way. */
    ERASING,
    /** Erased but for what a law or a hold makes one keep; readable for that duty's purposes alone. */
    KEPT,
    /** Erased; nothing of the person stays. */
    ERASED
}
