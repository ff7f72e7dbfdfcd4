package dev.protection.measures;

import java.time.Duration;

/**
 * What can be measured of the library itself. Named in texts of measures and in evidence, so names stay for ever.
 *
 * <p>Each says by what it is measured and how long one measurement counts.
 */
public enum Control {
    /** Declared fields are sealed before they leave the process (Art. 32(1)(a) GDPR). */
    ENCRYPTION("declared fields that are sealed, and special categories among them", Duration.ofDays(1)),
    /** Keys stand apart from the data and the key store answers. */
    KEY_MANAGEMENT("the key store's answer, and where root key and wrapped keys stand", Duration.ofDays(1)),
    /** Nobody reads or changes without a right (Art. 32(1)(b), 32(4) GDPR). */
    ACCESS_CONTROL("what an actor without roles is answered for every dataset", Duration.ofDays(1)),
    /** Each tenant's data is apart from the others'. */
    TENANT_SEPARATION("datasets whose rows name their tenant", Duration.ofDays(1)),
    /** Nothing is done without a declared purpose (Art. 5(1)(b) GDPR). */
    PURPOSE_LIMITATION("what a purpose that nobody declared is answered for every dataset", Duration.ofDays(1)),
    /** A purpose sees only the categories it needs (Art. 5(1)(c) GDPR). */
    DATA_MINIMISATION("declared fields that some purpose of their dataset needs", Duration.ofDays(1)),
    /** What is done is recorded where it cannot be changed unseen (Art. 5(2) GDPR). */
    AUDIT_LOG("every entry against the tree, the tree against its checkpoint and the anchors", Duration.ofDays(1)),
    /** Data goes when its time is over (Art. 5(1)(e) GDPR). */
    STORAGE_LIMITATION("datasets with a period after which rows are erased", Duration.ofDays(1)),
    /** A person's data is erased, but for what a law keeps (Art. 17 GDPR). */
    ERASURE("sources of personal data that take part in erasures", Duration.ofDays(1)),
    /** A person gets a copy of the data (Art. 15, 20 GDPR). */
    DATA_PORTABILITY("sources of personal data that take part in exports", Duration.ofDays(1)),
    /** Unusual use is noticed. */
    ANOMALY_DETECTION("the store of findings' answer, and how many it holds", Duration.ofDays(1));

    private final String method;
    private final Duration window;

    Control(String method, Duration window) {
        this.method = method;
        this.window = window;
    }

    /**
     * Returns what is measured.
     *
     * @return half a sentence
     */
    public String method() {
        return method;
    }

    /**
     * Returns how long one measurement counts.
     *
     * @return more than zero
     */
    public Duration window() {
        return window;
    }
}
