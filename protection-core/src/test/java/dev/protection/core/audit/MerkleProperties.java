package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MerkleProperties {
    private static final int LARGEST = 70;

    @Property(tries = 100)
    void theRootIsTheOneOfTheRecursiveDefinition(@ForAll @Size(max = LARGEST) List<byte[]> leaves) {
        MerkleRange range = MerkleRange.empty();
        leaves.forEach(range::append);
        assertThat(range.root()).isEqualTo(definition(leaves));
        assertThat(range.hashes()).hasSize(Integer.bitCount(leaves.size()));
    }

    @Property(tries = 100)
    void aTreeGrownInTwoPiecesIsTheSame(
            @ForAll @Size(max = LARGEST) List<byte[]> first, @ForAll @Size(max = LARGEST) List<byte[]> second) {
        MerkleRange range = MerkleRange.empty();
        first.forEach(range::append);
        MerkleRange resumed = new MerkleRange(range.size(), range.hashes());
        second.forEach(resumed::append);
        List<byte[]> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(resumed.root()).isEqualTo(definition(all));
    }

    @Property(tries = 60)
    void everyEntryIsProvenAndNoOtherIs(@ForAll @IntRange(min = 1, max = LARGEST) int size) {
        List<byte[]> hashes = hashes(size);
        byte[] root = MerkleProof.root(hashes);
        for (int index = 0; index < size; index++) {
            List<byte[]> path = MerkleProof.inclusion(hashes, index);
            assertThat(MerkleProof.verifyInclusion(hashes.get(index), index, size, path, root))
                    .isTrue();
            assertThat(MerkleProof.verifyInclusion(hashes.get(index), index + 1, size, path, root))
                    .isFalse();
            assertThat(MerkleProof.verifyInclusion(MerkleRange.leafHash(new byte[] {1}), index, size, path, root))
                    .isFalse();
        }
    }

    @Property(tries = 40)
    void everyEarlierTreeIsProvenToBeItsBeginning(@ForAll @IntRange(min = 1, max = LARGEST) int size) {
        List<byte[]> hashes = hashes(size);
        byte[] root = MerkleProof.root(hashes);
        for (int first = 1; first <= size; first++) {
            byte[] before = MerkleProof.root(hashes.subList(0, first));
            List<byte[]> path = MerkleProof.consistency(hashes, first);
            assertThat(new ConsistencyCheck(first, before, size, root).holds(path))
                    .isTrue();
            assertThat(new ConsistencyCheck(first, MerkleRange.leafHash(before), size, root).holds(path))
                    .isFalse();
            assertThat(new ConsistencyCheck(first, before, size, MerkleRange.leafHash(root)).holds(path))
                    .isFalse();
        }
    }

    @Property(tries = 150)
    void anyBitFlippedInAProofIsNoticed(
            @ForAll @IntRange(min = 2, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST) int at,
            @ForAll @IntRange(max = 255) int bit,
            @ForAll @IntRange(max = 100) int step) {
        List<byte[]> hashes = hashes(size);
        byte[] root = MerkleProof.root(hashes);
        int index = at % size;
        List<byte[]> path = MerkleProof.inclusion(hashes, index);
        flip(path, step, bit);
        assertThat(MerkleProof.verifyInclusion(hashes.get(index), index, size, path, root))
                .isFalse();
        int first = 1 + at % (size - 1);
        List<byte[]> consistency = MerkleProof.consistency(hashes, first);
        flip(consistency, step, bit);
        byte[] before = MerkleProof.root(hashes.subList(0, first));
        assertThat(new ConsistencyCheck(first, before, size, root).holds(consistency))
                .isFalse();
    }

    @Property(tries = 100)
    void aProofCutShortOrMadeLongerIsNoticed(
            @ForAll @IntRange(min = 2, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int at) {
        List<byte[]> hashes = hashes(size);
        byte[] root = MerkleProof.root(hashes);
        int index = at % size;
        List<byte[]> path = MerkleProof.inclusion(hashes, index);
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(root);
        assertThat(MerkleProof.verifyInclusion(hashes.get(index), index, size, path.subList(1, path.size()), root))
                .isFalse();
        assertThat(MerkleProof.verifyInclusion(hashes.get(index), index, size, longer, root))
                .isFalse();
    }

    private static void flip(List<byte[]> path, int step, int bit) {
        byte[] hash = path.get(step % path.size()).clone();
        hash[bit / 8] ^= (byte) (1 << bit % 8);
        path.set(step % path.size(), hash);
    }

    private static List<byte[]> hashes(int size) {
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            hashes.add(MerkleRange.leafHash(new byte[] {0, (byte) i}));
        }
        return hashes;
    }

    /** RFC 6962 section 2.1, word for word. */
    private static byte[] definition(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleRange.sha256().digest();
        }
        if (leaves.size() == 1) {
            return MerkleRange.sha256().digest(concat(new byte[] {0}, leaves.get(0)));
        }
        int split = 1;
        while (split * 2 < leaves.size()) {
            split *= 2;
        }
        byte[] left = definition(leaves.subList(0, split));
        byte[] right = definition(leaves.subList(split, leaves.size()));
        return MerkleRange.sha256().digest(concat(concat(new byte[] {1}, left), right));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
