package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.Verification;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One verification of a whole log: the tree is computed anew from the entries and compared with everything said of it. */
final class LogVerification {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final LogSigner signer;
    private final List<Anchor> anchors;
    private long notIndexed = Long.MAX_VALUE;
    private final LogIndex index = new LogIndex();
    private final LogFindings findings = new LogFindings();
    private final Map<Long, Map<String, Checkpoint>> anchored = new TreeMap<>();

    LogVerification(AuditStore store, LogSigner signer, List<Anchor> anchors) {
        this.store = store;
        this.signer = signer;
        this.anchors = anchors;
    }

    Verification run() {
        anchors.forEach(this::read); // before the head, which may only grow meanwhile
        LogHead head = store.head();
        MerkleRange range = recompute(head);
        compareWithHead(head, range);
        anchored.forEach((size, checkpoints) -> checkpoints.keySet().stream()
                .filter(anchor -> size > head.size())
                .forEach(anchor -> findings.shorter(head.size(), anchor, size)));
        if (notIndexed < head.size() && findings.problems().isEmpty()) {
            findings.notIndexed(notIndexed); // of entries that are not those that were signed it says nothing
        }
        return new Verification(head.size(), findings.problems(), anchors.size());
    }

    private void read(Anchor anchor) {
        try {
            anchor.latest(signer.origin()).ifPresent(checkpoint -> {
                if (!signer.verifies(checkpoint)) {
                    findings.foreignAnchor(anchor.name());
                }
                anchored.computeIfAbsent(checkpoint.size(), size -> new TreeMap<>())
                        .put(anchor.name(), checkpoint);
            });
        } catch (StoreUnavailableException e) {
            findings.silentAnchor(anchor.name());
        }
    }

    private MerkleRange recompute(LogHead head) {
        MerkleRange range = MerkleRange.empty();
        while (range.size() < head.size()) {
            int most = (int) Math.min(BATCH, head.size() - range.size());
            long before = range.size();
            Iterator<Set<Long>> terms = store.terms(before, most).iterator();
            store.entries(before, most).stream()
                    .takeWhile(entry -> entry.index() == range.size())
                    .forEach(entry -> append(range, entry, terms.hasNext() ? terms.next() : Set.of()));
            if (range.size() < before + most) {
                findings.missing(range.size(), head.size());
                return range;
            }
        }
        return range;
    }

    private void append(MerkleRange range, LogEntry entry, Set<Long> terms) {
        if (!index.termsOf(entry.leaf()).equals(terms)) {
            notIndexed = Math.min(notIndexed, entry.index());
        }
        findings.entry(entry.index(), entry.leaf());
        range.append(entry.leaf());
        anchored.getOrDefault(range.size(), Map.of()).forEach((anchor, checkpoint) -> {
            if (!Arrays.equals(checkpoint.root(), range.root())) {
                findings.rewritten(range.size(), anchor);
            }
        });
    }

    private void compareWithHead(LogHead head, MerkleRange range) {
        if (head.size() == 0 && head.checkpoint().isEmpty()) {
            return;
        }
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(head.checkpoint());
        } catch (IllegalArgumentException e) {
            findings.noCheckpoint();
            return;
        }
        findings.checkpoint(checkpoint, signer.verifies(checkpoint), head.size(), range);
        if (!Arrays.equals(new MerkleRange(head.size(), head.range()).root(), checkpoint.root())) {
            findings.otherHead();
        }
    }
}
