package dev.protection.core.flow;

import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.core.rights.LedgerEntry;
import dev.protection.core.rights.StateJob;
import dev.protection.encryption.KeyId;
import dev.protection.rights.LedgerEpochStore;
import dev.protection.rights.LedgerEpochStore.Epoch;
import dev.protection.rights.QuarantineException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells whether the data has seen what the erasure ledger says is done. While it has not, as after a backup was restored,
 * nothing is served. Safe for use by several threads.
 *
 * <ol>
 *   <li>The data's epoch says how many lines it has seen. Is it the ledger's head, all is well.
 *   <li>Else the lines after it are read. An erasure's last line is written after the data has forgotten and the job, kept
 *       with the data, has noted that, and so is a restriction's: such a line was seen, and the epoch advances past it.
 *   <li>A completed line of which the data knows nothing means that the data is older: quarantine.
 *   <li>The keys that completed lines name go on the deny list, seen or not.
 * </ol>
 */
public final class LedgerGuard {
    private final AnchoredLedger ledger;
    private final LedgerEpochStore epochs;
    private final RequestStore requests;
    private final Consumer<KeyId> deny;
    private final JobCodec codec = new JobCodec();
    private Runnable alarm = () -> {};
    private Epoch denied = Epoch.NONE;
    private volatile boolean quarantine;

    /**
     * Makes a guard.
     *
     * @param ledger the ledger
     * @param epochs what the data has seen of it
     * @param requests the jobs, kept with the data
     * @param deny takes the keys that no store may bring back
     */
    public LedgerGuard(AnchoredLedger ledger, LedgerEpochStore epochs, RequestStore requests, Consumer<KeyId> deny) {
        this.ledger = ledger;
        this.epochs = epochs;
        this.requests = requests;
        this.deny = deny;
    }

    /** What the data has not seen, and how far the ledger was read. */
    record Gap(List<LedgerEntry> missing, Epoch reached) {}

    /**
     * Says what is to be done when the data turns out to be older than the ledger.
     *
     * @param replay called by any thread; returns at once
     */
    public synchronized void onQuarantine(Runnable replay) {
        alarm = replay;
    }

    /**
     * Lets the caller go on unless the data is in quarantine.
     *
     * @throws QuarantineException when it is
     */
    public void requireServing() {
        if (quarantine) {
            throw new QuarantineException();
        }
    }

    /**
     * Compares the data with the ledger, as on each new connection to the database.
     *
     * @throws dev.protection.StoreUnavailableException when one of them does not answer: nothing can be served then
     * @throws dev.protection.core.rights.LedgerBrokenException when the ledger is not the one that was written
     */
    public void compare() {
        if (!gap().missing().isEmpty()) {
            alarm.run();
        }
    }

    /** Compares; a ledger that is not the one that was written stops everything, too. */
    synchronized Gap gap() {
        try {
            return compared();
        } catch (LedgerBrokenException e) {
            quarantine = true;
            throw e;
        }
    }

    private Gap compared() {
        Epoch seen = epochs.get();
        Epoch head = ledger.head();
        if (!head.equals(denied)) {
            denied = ledger.follow(denied, "this node", this::deny);
        }
        if (head.equals(seen)) {
            quarantine = false;
            return new Gap(List.of(), head);
        }
        List<LedgerEntry> missing = new ArrayList<>();
        Predicate<LedgerEntry> unseen = entry -> entry.type() != LedgerEntry.Type.BEGIN && !hasSeen(entry);
        Epoch reached = ledger.follow(seen, "the data", entry -> {
            if (unseen.test(entry)) {
                missing.add(entry);
            }
        });
        quarantine = !missing.isEmpty();
        if (!quarantine) {
            epochs.advance(reached);
        }
        return new Gap(List.copyOf(missing), reached);
    }

    /** A readmission was done: the data has seen its line, unless something else is missing. */
    synchronized void readmitted(String id) {
        Gap gap = gap();
        if (gap.missing().stream().allMatch(entry -> entry.id().equals(id))) {
            epochs.advance(gap.reached());
            quarantine = false;
        }
    }

    /** The data has seen everything so far. */
    void seen(Epoch reached) {
        epochs.advance(reached);
    }

    private void deny(LedgerEntry entry) {
        entry.keys().forEach(key -> deny.accept(new KeyId(Long.parseUnsignedLong(key, 16))));
    }

    private boolean hasSeen(LedgerEntry entry) {
        if (!entry.type().ofErasure()) {
            return hasChanged(entry);
        }
        String[] parts = entry.id().split("/", -1);
        if (entry.type() != LedgerEntry.Type.COMPLETE || parts.length != 3) {
            return false;
        }
        int round = Integer.parseInt(parts[1]);
        return requests.find(RequestId.parse(parts[0]))
                .filter(request -> request.kind() == RequestKind.ERASE)
                .map(codec::decode)
                .filter(job -> job instanceof ErasureJob erasure && hasForgotten(erasure, round))
                .isPresent();
    }

    /** A restriction's line, too, is written after the job beside the data has noted the change. */
    private boolean hasChanged(LedgerEntry entry) {
        boolean lift = entry.type() == LedgerEntry.Type.LIFT;
        String request = entry.id().substring(0, Math.max(0, entry.id().indexOf('/')));
        return requests.find(RequestId.parse(request))
                .filter(found -> StateChange.concerns(found.kind()))
                .filter(found -> codec.decode(found) instanceof StateJob job
                        && job.step()
                                        .compareTo(
                                                lift && !StateChange.ends(found.kind())
                                                        ? StateJob.Step.REVERT_RECORD
                                                        : StateJob.Step.RECORD)
                                >= 0)
                .isPresent();
    }

    private static boolean hasForgotten(ErasureJob job, int round) {
        return job.round() > round || (job.round() == round && job.step().compareTo(ErasureJob.Step.COMPLETE) >= 0);
    }
}
