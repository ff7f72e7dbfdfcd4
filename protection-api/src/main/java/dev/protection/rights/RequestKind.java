package dev.protection.rights;

/** What a durable job does. */
public enum RequestKind {
    /** Copies a person's data. */
    EXPORT,
    /** Erases a person. */
    ERASE,
    /** Restricts the processing of a person's data (Art. 18 GDPR). */
    RESTRICT,
    /** Lifts a restriction (Art. 18(3) GDPR). */
    LIFT_RESTRICTION,
    /** Objects to a purpose (Art. 21 GDPR). */
    OBJECT,
    /** Withdraws an objection. */
    WITHDRAW_OBJECTION,
    /** Gives a consent (Art. 7 GDPR). */
    GIVE_CONSENT,
    /** Withdraws a consent (Art. 7(3) GDPR). */
    WITHDRAW_CONSENT,
    /** Applies an approved retention plan. */
    RETENTION
}
