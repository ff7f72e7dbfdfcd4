package dev.protection.core.retention;

/** Why a field is asked about. */
public enum Trigger {
    /** The person asks for erasure: only a law or a hold keeps it (Art. 17 GDPR). */
    REQUEST,
    /** Its age: it also stays until its own period is over (Art. 5(1)(e) GDPR). */
    AGE
}
