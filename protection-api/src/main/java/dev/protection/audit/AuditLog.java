package dev.protection.audit;

import java.nio.file.Path;
import java.util.List;

/**
 * The append-only record of what was done with personal data (Art. 5(2), 30, 32(1) GDPR).
 *
 * <p>Everything that was acknowledged before a call is in its answer. Safe for use by several threads.
 */
public interface AuditLog {
    /**
     * Finds events.
     *
     * @param query which
     * @return the events in the order of the log
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    List<AuditEvent> find(AuditQuery query);

    /**
     * Verifies the whole log: every entry against the tree, the tree against its signed checkpoint, and the anchors'
     * checkpoints against the tree.
     *
     * @return what was verified and what is wrong
     * @throws dev.protection.StoreUnavailableException when the store does not answer
     */
    Verification verify();

    /**
     * Writes the log as files for an auditor, in the layout of C2SP tlog-tiles: {@code checkpoint}, {@code tile/...} and
     * {@code keys}, the public keys that verify it.
     *
     * @param directory a directory, made when missing, otherwise empty
     * @throws dev.protection.StoreUnavailableException when the store or the directory cannot be used
     */
    void export(Path directory);
}
