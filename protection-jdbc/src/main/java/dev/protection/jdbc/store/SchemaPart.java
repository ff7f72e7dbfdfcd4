package dev.protection.jdbc.store;

/** A set of tables that are kept in one place. */
enum SchemaPart {
    /** Beside the application's own data, written in its transactions. */
    DATA,
    /** Wrapped keys. */
    KEYS,
    /** The erasure ledger. */
    LEDGER
}
