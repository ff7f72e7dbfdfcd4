package dev.protection.core.audit;

import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.TamperedLogException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes the next entries of the log: hashes them into the tree and signs the new root, if the old one is ours. */
final class LogSequencer implements AuditStore.Integrator {
    private final LogSigner signer;
    private final LogIndex index = new LogIndex();

    LogSequencer(LogSigner signer) {
        this.signer = signer;
    }

    @Override
    public AuditStore.Integration integrate(LogHead head, List<OutboxEvent> events) {
        MerkleRange range = new MerkleRange(head.size(), head.range());
        requireSigned(head, range);
        List<byte[]> leaves = events.stream().map(OutboxEvent::event).toList();
        leaves.forEach(range::append);
        Checkpoint checkpoint = signer.sign(range.size(), range.root());
        List<Set<Long>> terms = leaves.stream().map(index::termsOf).toList();
        return new AuditStore.Integration(leaves, terms, new LogHead(range.size(), range.hashes(), checkpoint.note()));
    }

    /** Otherwise whoever writes the head could have any tree signed. */
    private void requireSigned(LogHead head, MerkleRange range) {
        if (head.size() == 0) {
            return;
        }
        Checkpoint checkpoint = checkpoint(head);
        if (!signer.verifies(checkpoint)) {
            throw new TamperedLogException("the head of the audit log is not signed by the log's keys");
        }
        if (checkpoint.size() != head.size() || !Arrays.equals(checkpoint.root(), range.root())) {
            throw new TamperedLogException("the head of the audit log is not the one that was signed");
        }
    }

    static Checkpoint checkpoint(LogHead head) {
        try {
            return Checkpoint.parse(head.checkpoint());
        } catch (IllegalArgumentException e) {
            throw new TamperedLogException("the head of the audit log has no checkpoint that can be read");
        }
    }
}
