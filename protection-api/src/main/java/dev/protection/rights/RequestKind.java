package dev.protection.rights;

/** What a durable job does. */
public enum RequestKind {
    /** Copies a person's data. */
    EXPORT,
    /** Erases a person. */
    ERASE,
    /** Applies an approved retention plan. */
    RETENTION
}
