package dev.protection.rights;

/** What became of a record. */
public enum Outcome {
    /** Everything that was to go is gone, or goes with its key. */
    ERASED,
    /** It stays, or some field that was to go stays, with a reason. */
    RETAINED
}
