package dev.protection.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * A signed statement that a log of some size has some root (C2SP tlog-checkpoint, as a C2SP signed note).
 *
 * @param origin the log's name
 * @param size how many entries
 * @param root the Merkle tree hash of RFC 6962 section 2.1
 * @param note the whole signed note
 */
public record Checkpoint(String origin, long size, byte[] root, String note) {
    private static final int HASH = 32;

    /**
     * Copies the parts.
     *
     * @param origin the name
     * @param size how many
     * @param root the hash
     * @param note the note
     */
    public Checkpoint {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(note, "note");
        root = root.clone();
    }

    /**
     * Reads a checkpoint. Its signatures are not verified by this.
     *
     * @param note a signed note
     * @return the checkpoint
     * @throws IllegalArgumentException when the text is not a checkpoint
     */
    public static Checkpoint parse(String note) {
        String[] lines = note.split("\n", -1);
        if (lines.length < 6 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}") || !lines[3].isEmpty()) {
            throw new IllegalArgumentException("this is no checkpoint of a log");
        }
        byte[] root = Base64.getDecoder().decode(lines[2].getBytes(StandardCharsets.US_ASCII));
        if (root.length != HASH) {
            throw new IllegalArgumentException("the root hash of a checkpoint has " + HASH + " bytes");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, note);
    }

    /**
     * Returns the text that is signed.
     *
     * @param origin the log's name
     * @param size how many entries
     * @param root the root hash
     * @return three lines
     */
    public static String body(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Returns the root hash of the tree.
     *
     * @return a copy
     */
    @Override
    public byte[] root() {
        return root.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint same
                && origin.equals(same.origin)
                && size == same.size
                && Arrays.equals(root, same.root)
                && note.equals(same.note);
    }

    @Override
    public int hashCode() {
        return note.hashCode();
    }
}
