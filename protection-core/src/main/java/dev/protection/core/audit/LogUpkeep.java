package dev.protection.core.audit;

import dev.protection.ProtectionException;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves waiting events into the log and gives the anchors its newest checkpoint. Safe for use by several threads. */
final class LogUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final LogSequencer sequencer;
    private final List<AnchorFollower> anchors;
    private final AuditMeters meters;
    private final Duration anchorInterval;
    private final InstantSource clock;
    private Instant anchored = Instant.MIN;

    LogUpkeep(
            AuditStore store,
            LogSigner signer,
            List<Anchor> anchors,
            Duration anchorInterval,
            InstantSource clock,
            AuditMeters meters) {
        this.store = store;
        this.sequencer = new LogSequencer(signer);
        this.anchors = anchors.stream()
                .map(anchor -> new AnchorFollower(anchor, store, signer.origin()))
                .toList();
        this.anchorInterval = anchorInterval;
        this.clock = clock;
        this.meters = meters;
    }

    int integrate() {
        int moved = 0;
        int batch;
        do {
            batch = store.integrate(BATCH, sequencer);
            moved += batch;
        } while (batch == BATCH);
        meters.count(AuditMetric.INTEGRATED, moved);
        return moved;
    }

    /** Gives every anchor the newest checkpoint, the others too when one fails; the first failure is thrown then. */
    void publish() {
        RuntimeException failure = null;
        for (AnchorFollower anchor : anchors) {
            try {
                meters.count(AuditMetric.ANCHORED, anchor.publish() ? 1 : 0);
            } catch (ProtectionException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    synchronized void publishWhenDue() {
        Instant now = clock.instant();
        if (anchored.equals(Instant.MIN) || !now.isBefore(anchored.plus(anchorInterval))) {
            anchored = now;
            publish();
        }
    }

    /** Runs work that is tried again later: what goes wrong is told, not thrown. */
    void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            meters.count(AuditMetric.STALLED, 1);
            LOG.error("The audit log could not {}; it is tried again: {}", what, ProtectionException.loggable(e));
        }
    }
}
