package dev.protection.core.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The compact form of a Merkle tree: the hashes of its complete subtrees, from the largest. It is all that is needed to
 * append leaves and to compute the root (RFC 6962 section 2.1).
 */
final class MerkleRange {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final List<byte[]> hashes;
    private long size;

    MerkleRange(long size, List<byte[]> hashes) {
        this.size = size;
        this.hashes = new ArrayList<>(hashes);
    }

    static MerkleRange empty() {
        return new MerkleRange(0, List.of());
    }

    void append(byte[] leaf) {
        appendHash(leafHash(leaf));
    }

    void appendHash(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long merged = size; (merged & 1) == 1; merged >>= 1) {
            hash = nodeHash(hashes.remove(hashes.size() - 1), hash);
        }
        hashes.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    List<byte[]> hashes() {
        return List.copyOf(hashes);
    }

    byte[] root() {
        if (hashes.isEmpty()) {
            return sha256().digest();
        }
        byte[] root = hashes.get(hashes.size() - 1);
        for (int i = hashes.size() - 2; i >= 0; i--) {
            root = nodeHash(hashes.get(i), root);
        }
        return root;
    }

    static byte[] leafHash(byte[] leaf) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
