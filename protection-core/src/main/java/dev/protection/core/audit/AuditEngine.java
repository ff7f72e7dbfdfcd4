package dev.protection.core.audit;

import dev.protection.audit.Anchor;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditLog;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records events durably, moves them into the log, and verifies it. Safe for use by several threads. */
public final class AuditEngine implements AuditLog {
    private static final int BATCH = 1_000;

    private final AuditStore store;
    private final LogSigner signer;
    private final List<Anchor> anchors;
    private final EventCodec codec = new EventCodec();
    private final GroupCommit commit;

    /**
     * Makes an engine.
     *
     * @param store where the log is kept
     * @param signer signs its checkpoints
     * @param anchors keep its newest checkpoint elsewhere
     */
    public AuditEngine(AuditStore store, LogSigner signer, List<Anchor> anchors) {
        this.store = store;
        this.signer = signer;
        this.anchors = List.copyOf(anchors);
        this.commit = new GroupCommit(store);
    }

    /**
     * Records an event on the store's own connection.
     *
     * @param event the event; durable when this returns
     * @throws dev.protection.StoreUnavailableException when it cannot be kept: the operation must fail
     */
    public void record(AuditEvent event) {
        record(event.id(), event.at(), codec.encode(event));
    }

    /**
     * Records an event that was {@linkplain #encode encoded} before.
     *
     * @param id its id
     * @param at when it happened
     * @param event its encoding
     * @throws dev.protection.StoreUnavailableException when it cannot be kept: the operation must fail
     */
    public void record(UUID id, Instant at, byte[] event) {
        commit.append(new OutboxEvent(id, at, event));
    }

    /**
     * Returns the bytes of an event, for the outbox of a business transaction.
     *
     * @param event the event
     * @return its encoding
     */
    public byte[] encode(AuditEvent event) {
        return codec.encode(event);
    }

    /**
     * Moves everything that waits into the log and publishes the new head.
     *
     * @return how many events were moved
     */
    public int integrate() {
        int moved = 0;
        int batch;
        do {
            batch = store.integrate(BATCH, this::next);
            moved += batch;
        } while (batch == BATCH);
        if (moved > 0) {
            publish();
        }
        return moved;
    }

    private AuditStore.Integration next(LogHead head, List<OutboxEvent> events) {
        MerkleRange range = new MerkleRange(head.size(), head.range());
        List<byte[]> leaves = new ArrayList<>(events.size());
        for (OutboxEvent event : events) {
            range.append(event.event());
            leaves.add(event.event());
        }
        Checkpoint checkpoint = signer.sign(range.size(), range.root());
        return new AuditStore.Integration(leaves, new LogHead(range.size(), range.hashes(), checkpoint.note()));
    }

    private void publish() {
        String note = store.head().checkpoint();
        if (!note.isEmpty()) {
            Checkpoint checkpoint = Checkpoint.parse(note);
            anchors.forEach(anchor -> anchor.publish(checkpoint));
        }
    }

    @Override
    public List<AuditEvent> find(AuditQuery query) {
        integrate();
        List<AuditEvent> found = new ArrayList<>();
        long size = store.head().size();
        for (long from = 0; from < size && found.size() < query.most(); from += BATCH) {
            for (LogEntry entry : store.entries(from, BATCH)) {
                AuditEvent event = codec.decode(entry.leaf());
                if (found.size() < query.most() && query.matches(event)) {
                    found.add(event);
                }
            }
        }
        return found;
    }

    @Override
    public Verification verify() {
        integrate();
        return new LogVerification(store, signer, anchors).run();
    }

    @Override
    public void export(Path directory) {
        integrate();
        new LogExport(store, signer).write(directory);
    }
}
