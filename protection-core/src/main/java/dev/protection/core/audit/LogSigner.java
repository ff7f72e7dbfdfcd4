package dev.protection.core.audit;

import dev.protection.audit.Checkpoint;

/** Signs checkpoints and verifies them. */
public interface LogSigner {
    /**
     * Returns the log's name.
     *
     * @return what its checkpoints begin with
     */
    String origin();

    /**
     * Signs a checkpoint.
     *
     * @param size how many entries
     * @param root the root hash
     * @return the checkpoint as a signed note
     */
    Checkpoint sign(long size, byte[] root);

    /**
     * Verifies every signature of a checkpoint.
     *
     * @param checkpoint the checkpoint
     * @return true when each of this signer's keys has signed it
     */
    boolean verifies(Checkpoint checkpoint);

    /**
     * Returns the public keys, for those who verify without this library.
     *
     * @return one C2SP verifier key a line
     */
    String verifierKeys();
}
