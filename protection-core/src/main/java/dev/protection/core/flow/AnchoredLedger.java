package dev.protection.core.flow;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import dev.protection.core.audit.LogSigner;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.core.rights.LedgerChain;
import dev.protection.core.rights.LedgerEntry;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.LedgerEpochStore.Epoch;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The erasure ledger with its head at the anchors: who cuts it off, replaces it or restores an older one is found out.
 * A line counts once every anchor has acknowledged it; a start needs one that answers. Safe for use by several threads.
 */
public final class AnchoredLedger {
    /** The ledger's name in its checkpoints. */
    public static final String ORIGIN = "dev.protection/erasure-ledger";

    private static final Logger LOG = LoggerFactory.getLogger(AnchoredLedger.class);

    private final LedgerChain chain;
    private final LogSigner signer;
    private final List<Anchor> anchors;
    private final boolean strict;

    /**
     * Makes a ledger.
     *
     * @param ledger where its lines are kept
     * @param signer signs its heads under {@link #ORIGIN}
     * @param anchors keep its newest head; none only where nothing outlasts the process
     * @param strict whether an anchor with the head of another installation's ledger stops the start
     */
    public AnchoredLedger(ErasureLedger ledger, LogSigner signer, List<Anchor> anchors, boolean strict) {
        this.chain = new LedgerChain(ledger);
        this.signer = signer;
        this.anchors = List.copyOf(anchors);
        this.strict = strict;
    }

    /** Appends an entry once; every anchor has acknowledged it when this returns its hash. */
    String append(String id, Instant at, Map<String, Object> facts) {
        String hash = chain.append(id, at, facts);
        Epoch head = chain.head();
        Checkpoint checkpoint = signer.sign(head.lines(), HexFormat.of().parseHex(head.head()));
        anchors.forEach(anchor -> anchor.publish(checkpoint));
        return hash;
    }

    Epoch head() {
        return chain.head();
    }

    Epoch follow(Epoch from, String who, Consumer<LedgerEntry> each) {
        return chain.follow(from, who, each);
    }

    /** Compares the ledger with its anchors; those that do not answer are left out unless none does. */
    void requireContinuesAnchors() {
        int answers = 0;
        StoreUnavailableException silent = new StoreUnavailableException("anchor", new IllegalStateException("none"));
        for (Anchor anchor : anchors) {
            try {
                anchor.latest(ORIGIN).ifPresent(kept -> requireContinues(anchor, kept));
                answers++;
            } catch (StoreUnavailableException e) {
                LOG.warn("Anchor {} does not answer.", anchor.name());
                silent = e;
            }
        }
        if (answers == 0 && !anchors.isEmpty()) {
            throw silent;
        }
    }

    private void requireContinues(Anchor anchor, Checkpoint kept) {
        Optional<String> stranger = signer.verifies(kept) ? Optional.empty() : Optional.of(anchor.name());
        if (stranger.isPresent() && !strict) {
            LOG.warn("Anchor {} keeps the ledger of another installation; it is not compared.", anchor.name());
            return;
        }
        if (stranger.isPresent()) {
            throw LedgerBrokenException.notContinued("anchor " + anchor.name(), kept.size());
        }
        chain.requireContinues(
                new Epoch(kept.size(), HexFormat.of().formatHex(kept.root())), "anchor " + anchor.name());
    }
}
