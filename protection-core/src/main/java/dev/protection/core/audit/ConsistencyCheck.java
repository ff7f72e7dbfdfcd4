package dev.protection.core.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Verifies that one tree begins with the leaves of another (RFC 9162 section 2.1.4.2). Used once. */
final class ConsistencyCheck {
    private final long first;
    private final long second;
    private final byte[] firstRoot;
    private final byte[] secondRoot;
    private long node;
    private long last;

    ConsistencyCheck(long first, byte[] firstRoot, long second, byte[] secondRoot) {
        this.first = first;
        this.second = second;
        this.firstRoot = firstRoot;
        this.secondRoot = secondRoot;
    }

    boolean holds(List<byte[]> path) {
        if (first < 1 || first >= second) {
            return first == second && path.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(first) == 1) {
            hashes.add(0, firstRoot);
        }
        int start = Long.numberOfTrailingZeros(first);
        node = (first - 1) >> start;
        last = (second - 1) >> start;
        return climb(hashes);
    }

    private boolean climb(List<byte[]> hashes) {
        byte[] before = hashes.get(0);
        byte[] now = before;
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            boolean right = (node & 1) == 1 || node == last;
            before = right ? MerkleRange.nodeHash(hash, before) : before;
            now = right ? MerkleRange.nodeHash(hash, now) : MerkleRange.nodeHash(now, hash);
            int up = right ? Long.numberOfTrailingZeros(node) + 1 : 1; // past the levels without a sibling
            node >>= up;
            last >>= up;
        }
        return last == 0 && Arrays.equals(before, firstRoot) && Arrays.equals(now, secondRoot);
    }
}
