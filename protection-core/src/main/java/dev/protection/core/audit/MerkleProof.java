package dev.protection.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Audit paths and consistency proofs over leaf hashes (RFC 6962 sections 2.1.1 and 2.1.2). */
final class MerkleProof {
    private MerkleProof() {}

    /** Returns the hashes that lead from a leaf to the root, from the leaf upwards. */
    static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        List<byte[]> path = new ArrayList<>();
        List<byte[]> tree = leaves;
        int at = index;
        while (tree.size() > 1) {
            int split = split(tree.size());
            List<byte[]> left = tree.subList(0, split);
            List<byte[]> right = tree.subList(split, tree.size());
            path.add(root(at < split ? right : left));
            tree = at < split ? left : right;
            at = at < split ? at : at - split;
        }
        Collections.reverse(path);
        return path;
    }

    /** Returns the hashes that show a tree to begin with the first leaves of it; 1 to all of them. */
    static List<byte[]> consistency(List<byte[]> leaves, int first) {
        List<byte[]> path = new ArrayList<>();
        List<byte[]> tree = leaves;
        int size = first;
        boolean known = true;
        while (size < tree.size()) {
            int split = split(tree.size());
            List<byte[]> left = tree.subList(0, split);
            List<byte[]> right = tree.subList(split, tree.size());
            path.add(root(size <= split ? right : left));
            known &= size <= split;
            tree = size <= split ? left : right;
            size = size <= split ? size : size - split;
        }
        if (!known) {
            path.add(root(tree));
        }
        Collections.reverse(path);
        return path;
    }

    static byte[] root(List<byte[]> leaves) {
        MerkleRange range = MerkleRange.empty();
        leaves.forEach(range::appendHash);
        return range.root();
    }

    /** The largest power of two smaller than a number of at least two. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /** Verifies an audit path as RFC 9162 section 2.1.3.2 says. */
    static boolean verifyInclusion(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            boolean right = (node & 1) == 1 || node == last;
            hash = right ? MerkleRange.nodeHash(sibling, hash) : MerkleRange.nodeHash(hash, sibling);
            int up = right ? Long.numberOfTrailingZeros(node) + 1 : 1; // past the levels without a sibling
            node >>= up;
            last >>= up;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
