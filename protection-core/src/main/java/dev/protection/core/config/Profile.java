package dev.protection.core.config;

/** How much may be defaulted. */
public enum Profile {
    /** The root key may be a local file, and keys, ledger and anchor may sit next to the data. */
    DEVELOPMENT,
    /** Nothing is defaulted that weakens a promise; what is meant when nothing is said. */
    PRODUCTION
}
