package dev.protection.core.audit;

import dev.protection.audit.Anchor;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.TamperedLogException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gives an anchor the newest checkpoint, after the entries themselves have shown that it continues the one kept there:
 * an anchor never covers up for a log that was rewritten. Each entry is read once.
 */
final class AnchorFollower {
    private static final int BATCH = 1_000;

    private final Anchor anchor;
    private final AuditStore store;
    private final String origin;
    private MerkleRange reached = MerkleRange.empty();

    AnchorFollower(Anchor anchor, AuditStore store, String origin) {
        this.anchor = anchor;
        this.store = store;
        this.origin = origin;
    }

    /**
     * Publishes the head.
     *
     * @return whether the anchor was behind
     * @throws TamperedLogException when the log does not continue what the anchor keeps
     */
    synchronized boolean publish() {
        Optional<Checkpoint> kept = anchor.latest(origin); // before the head, which may only grow meanwhile
        LogHead head = store.head();
        kept.ifPresent(checkpoint -> requireNotShorter(head, checkpoint));
        kept.ifPresent(this::follow);
        if (head.size() == kept.map(Checkpoint::size).orElse(0L)) {
            return false;
        }
        Checkpoint newest = LogSequencer.checkpoint(head);
        follow(newest);
        anchor.publish(newest);
        return true;
    }

    private void requireNotShorter(LogHead head, Checkpoint kept) {
        if (head.size() < kept.size()) {
            throw new TamperedLogException("the audit log has " + head.size() + " entries, but anchor " + anchor.name()
                    + " knows of " + kept.size());
        }
    }

    private void follow(Checkpoint checkpoint) {
        if (checkpoint.size() < reached.size()) {
            reached = MerkleRange.empty();
        }
        while (reached.size() < checkpoint.size()) {
            int most = (int) Math.min(BATCH, checkpoint.size() - reached.size());
            List<LogEntry> entries = store.entries(reached.size(), most);
            if (entries.isEmpty()) {
                throw lost(checkpoint);
            }
            entries.forEach(entry -> reached.append(entry.leaf()));
        }
        if (!Arrays.equals(reached.root(), checkpoint.root())) {
            throw lost(checkpoint);
        }
    }

    private TamperedLogException lost(Checkpoint checkpoint) {
        reached = MerkleRange.empty();
        return new TamperedLogException("the first " + checkpoint.size()
                + " entries of the audit log are not those of the checkpoint for anchor " + anchor.name());
    }
}
