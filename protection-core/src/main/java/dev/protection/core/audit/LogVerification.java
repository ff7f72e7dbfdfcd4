package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One verification of a whole log: the tree is computed anew from the entries and compared with everything said of it. */
final class LogVerification {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final LogSigner signer;
    private final List<Anchor> anchors;
    private final List<String> problems = new ArrayList<>();

    LogVerification(AuditStore store, LogSigner signer, List<Anchor> anchors) {
        this.store = store;
        this.signer = signer;
        this.anchors = anchors;
    }

    Verification run() {
        LogHead head = store.head();
        Map<Long, List<Checkpoint>> anchored = anchored();
        byte[] root = recompute(head, anchored);
        if (head.size() > 0) {
            compareWithHead(head, root);
        }
        anchored.forEach((size, checkpoints) -> {
            if (size > head.size()) {
                problems.add("the log has " + head.size() + " entries, but an anchor knows " + size
                        + ": entries were removed, or the log was restored from an older copy");
            }
        });
        return new Verification(head.size(), problems, anchors.size());
    }

    private Map<Long, List<Checkpoint>> anchored() {
        Map<Long, List<Checkpoint>> anchored = new HashMap<>();
        for (Anchor anchor : anchors) {
            Optional<Checkpoint> latest = read(anchor);
            if (latest.isPresent() && !signer.verifies(latest.get())) {
                problems.add("the checkpoint kept by anchor " + anchor.name() + " is not signed by this log's keys");
            } else {
                latest.ifPresent(checkpoint -> anchored.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
                        .add(checkpoint));
            }
        }
        return anchored;
    }

    private Optional<Checkpoint> read(Anchor anchor) {
        try {
            return anchor.latest();
        } catch (StoreUnavailableException e) {
            problems.add("anchor " + anchor.name() + " did not answer");
            return Optional.empty();
        }
    }

    private byte[] recompute(LogHead head, Map<Long, List<Checkpoint>> anchored) {
        MerkleRange range = MerkleRange.empty();
        while (range.size() < head.size()) {
            List<LogEntry> entries = store.entries(range.size(), BATCH);
            if (entries.isEmpty()) {
                problems.add("entry " + range.size() + " of " + head.size() + " is missing");
                return range.root();
            }
            for (LogEntry entry : entries) {
                if (entry.index() != range.size()) {
                    problems.add("entry " + range.size() + " is missing");
                    return range.root();
                }
                range.append(entry.leaf());
                anchored.getOrDefault(range.size(), List.of()).forEach(checkpoint -> compare(checkpoint, range));
            }
        }
        return range.root();
    }

    private void compare(Checkpoint checkpoint, MerkleRange range) {
        if (!Arrays.equals(checkpoint.root(), range.root())) {
            problems.add(
                    "the first " + range.size() + " entries differ from what an anchor knows: the log was rewritten");
        }
    }

    private void compareWithHead(LogHead head, byte[] root) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(head.checkpoint());
        } catch (IllegalArgumentException e) {
            problems.add("the log's own checkpoint cannot be read");
            return;
        }
        if (!signer.verifies(checkpoint)) {
            problems.add("the log's own checkpoint is not signed by its keys");
        }
        if (checkpoint.size() != head.size() || !Arrays.equals(checkpoint.root(), root)) {
            problems.add("the entries do not give the root that was signed: an entry was changed, moved or removed");
        }
    }
}
