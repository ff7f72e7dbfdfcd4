package dev.protection.core;

import dev.protection.ProtectionException;
import dev.protection.core.audit.TinkLogSigner;
import dev.protection.core.encryption.DenyingKeyStore;
import dev.protection.core.flow.AnchoredLedger;
import dev.protection.core.flow.LedgerGuard;
import dev.protection.core.flow.RightsFlows;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.SubjectKey;
import dev.protection.encryption.WrappedKeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The erasure ledger of a running library, watched by every node: data that is older is replayed, and keys that a
 * restored key store brings back are destroyed once more.
 */
final class LedgerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final int PIECE = 1_000;

    private final Set<KeyId> denied = ConcurrentHashMap.newKeySet();
    private final WrappedKeyStore store;
    private final WrappedKeyStore keys;
    private final InstantSource clock;
    private final AnchoredLedger ledger;
    private final LedgerGuard guard;
    private volatile KeyId newest = new KeyId(0);
    private final AtomicBoolean called = new AtomicBoolean();
    private boolean swept;

    LedgerWatch(ProtectionRuntime.Parts parts) {
        this.store = parts.stores().keys();
        this.clock = parts.clock();
        this.keys = new DenyingKeyStore(store, denied::contains, clock);
        this.ledger = new AnchoredLedger(
                parts.stores().ledger(),
                TinkLogSigner.open(AnchoredLedger.ORIGIN, store, parts.root(), clock),
                parts.anchors(),
                parts.production());
        this.guard =
                new LedgerGuard(ledger, parts.stores().epoch(), parts.stores().requests(), this::deny);
    }

    private void deny(KeyId key) {
        denied.add(key);
        newest = key;
    }

    AnchoredLedger ledger() {
        return ledger;
    }

    LedgerGuard guard() {
        return guard;
    }

    /** The key store without the keys that were destroyed by erasures. */
    WrappedKeyStore keys() {
        return keys;
    }

    void start(RightsFlows rights, ScheduledExecutorService executor) {
        Runnable tick = () -> tick(rights);
        guard.onQuarantine(() -> soon(executor, tick));
        Future<?> unused = executor.scheduleWithFixedDelay(tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once, however many connections come meanwhile. */
    private void soon(ScheduledExecutorService executor, Runnable tick) {
        if (!called.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                called.set(false);
                tick.run();
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The ledger is replayed after the next start.");
        }
    }

    private synchronized void tick(RightsFlows rights) {
        try {
            if (!rights.replay()) {
                LOG.error(
                        "Some data is still older than the erasure ledger: it stays in quarantine, and is tried again.");
            }
            destroyRevived();
        } catch (RuntimeException e) {
            LOG.error(
                    "The data could not be compared with the erasure ledger; it is tried again: {}",
                    ProtectionException.loggable(e));
        }
    }

    /** All at the first time; later, when the key destroyed last lives again. */
    private void destroyRevived() {
        if (!swept || !live(List.of(newest)).isEmpty()) {
            List<KeyId> all = new ArrayList<>(denied);
            for (int from = 0; from < all.size(); from += PIECE) {
                store.destroy(live(all.subList(from, Math.min(all.size(), from + PIECE))), clock.instant());
            }
            swept = true;
        }
    }

    private List<KeyId> live(List<KeyId> ids) {
        Map<KeyId, SubjectKey> known = store.byId(ids);
        return known.values().stream()
                .filter(key -> key.state() != SubjectKey.State.DESTROYED)
                .map(SubjectKey::id)
                .toList();
    }
}
