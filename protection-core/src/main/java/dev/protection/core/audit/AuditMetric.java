package dev.protection.core.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The counters of this package, as Micrometer shows them. None has a tag, so none can carry personal data. */
public enum AuditMetric {
    /** Events made durable on the store's own connection. */
    RECORDED("protection.audit.recorded", "Audit events recorded"),
    /** Writes of recorded events to the store; each may hold the events of many callers. */
    BATCHES("protection.audit.batches", "Writes of recorded audit events"),
    /** Events that the store did not keep; what they would have recorded was refused. */
    FAILED("protection.audit.failed", "Audit events that could not be kept"),
    /** Refusals that were counted instead of recorded one by one. */
    COALESCED("protection.audit.coalesced", "Refusals counted instead of recorded one by one"),
    /** Events moved into the log by this node. */
    INTEGRATED("protection.audit.integrated", "Audit events moved into the log"),
    /** Checkpoints given to anchors. */
    ANCHORED("protection.audit.anchored", "Checkpoints given to anchors"),
    /** Background runs that failed; they are tried again. */
    STALLED("protection.audit.stalled", "Background runs of the audit log that failed");

    private final String meter;
    private final String description;

    AuditMetric(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /**
     * Returns the name in Micrometer's registry.
     *
     * @return dots between words
     */
    public String meter() {
        return meter;
    }

    /**
     * Returns what is counted.
     *
     * @return a few words
     */
    public String description() {
        return description;
    }

    Counter in(MeterRegistry registry) {
        return Counter.builder(meter).description(description).register(registry);
    }
}
