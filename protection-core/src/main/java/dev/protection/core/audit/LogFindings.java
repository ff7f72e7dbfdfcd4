package dev.protection.core.audit;

import dev.protection.audit.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a log, one sentence each; the same words for a log in a store and for an exported one. */
final class LogFindings {
    /** A log that is wrong everywhere is not told about entry by entry. */
    private static final int MOST = 100;

    private final EventCodec codec = new EventCodec();
    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return List.copyOf(problems);
    }

    void add(String problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else if (problems.size() == MOST) {
            problems.add("there is more, which is not listed");
        }
    }

    void entry(long index, byte[] leaf) {
        try {
            codec.decode(leaf);
        } catch (IllegalArgumentException e) {
            add("entry " + index + " is no event: " + e.getMessage());
        }
    }

    void notIndexed(long index) {
        add("entry " + index + " is not found by what it says: the index was changed");
    }

    void missing(long index, long size) {
        add("entry " + index + " of " + size + " is missing");
    }

    void noCheckpoint() {
        add("the log's checkpoint cannot be read");
    }

    void otherHead() {
        add("the stored state of the tree is not the one that was signed");
    }

    void checkpoint(Checkpoint checkpoint, boolean signed, long size, MerkleRange range) {
        if (!signed) {
            add("the log's checkpoint is not signed by the log's keys");
        }
        if (checkpoint.size() != size) {
            add("the log has " + size + " entries, but its checkpoint is of " + checkpoint.size());
        } else if (range.size() == size && !Arrays.equals(checkpoint.root(), range.root())) {
            add("the " + size + " entries do not give the root that was signed: one was changed, moved, put in or"
                    + " taken out");
        }
    }

    void foreignAnchor(String anchor) {
        add("the checkpoint kept by anchor " + anchor + " is not signed by the log's keys");
    }

    void silentAnchor(String anchor) {
        add("anchor " + anchor + " did not answer");
    }

    void rewritten(long size, String anchor) {
        add("the first " + size + " entries are not those that anchor " + anchor + " knows: the log was rewritten");
    }

    void shorter(long size, String anchor, long known) {
        add("the log has " + size + " entries, but anchor " + anchor + " knows of " + known
                + ": entries were removed, or the log was restored from an older copy");
    }
}
