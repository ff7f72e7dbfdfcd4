package dev.protection.audit;

import dev.protection.SubjectRef;
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
     * Finds events about a person: who has read, changed, copied or removed the data (Art. 5(2), 15(1)(c) GDPR).
     *
     * <p>The log names people by random handles that are destroyed with their keys. So nothing is found of a person who
     * was erased, and of one whose data a law keeps only what concerns that data. Asking is an event about the person
     * itself, and is in the answer.
     *
     * @param person whose data
     * @param query which of the events; handles it names itself leave out the person's others
     * @return the events in the order of the log; none when the person is not known
     * @throws dev.protection.access.AccessDeniedException unless the current context may READ in every dataset that
     *     holds this kind of person, in the person's tenant
     * @throws dev.protection.MissingContextException when there is no context
     * @throws dev.protection.StoreUnavailableException when a store does not answer
     */
    List<AuditEvent> about(SubjectRef person, AuditQuery query);

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
