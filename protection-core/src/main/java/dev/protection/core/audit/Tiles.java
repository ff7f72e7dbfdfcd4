package dev.protection.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a growing log into the files of C2SP tlog-tiles: bundles of 256 entries, and tiles of 256 hashes, where a hash of
 * one level is the root over a full tile of the level below. Holds one unfinished tile of each level.
 */
final class Tiles {
    static final int WIDTH = 256;
    private static final int HASH = 32;

    private final Sink sink;
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private final List<ByteArrayOutputStream> levels = new ArrayList<>();
    private long size;

    Tiles(Sink sink) {
        this.sink = sink;
    }

    /** Takes the files as they are finished. */
    @FunctionalInterface
    interface Sink {
        void file(String path, byte[] bytes) throws IOException;
    }

    void append(byte[] leaf) throws IOException {
        bundle.write(leaf.length >>> 8);
        bundle.write(leaf.length);
        bundle.writeBytes(leaf);
        size++;
        if (size % WIDTH == 0) {
            sink.file(entriesPath(size / WIDTH - 1, WIDTH), bundle.toByteArray());
            bundle.reset();
        }
        appendHash(0, MerkleRange.leafHash(leaf));
    }

    private void appendHash(int level, byte[] hash) throws IOException {
        if (level == levels.size()) {
            levels.add(new ByteArrayOutputStream());
        }
        ByteArrayOutputStream tile = levels.get(level);
        tile.writeBytes(hash);
        if (tile.size() == WIDTH * HASH) {
            byte[] full = tile.toByteArray();
            sink.file(tilePath(level, index(level) - 1, WIDTH), full);
            tile.reset();
            appendHash(level + 1, root(full));
        }
    }

    /** Hands out the tiles that are not full. */
    void finish() throws IOException {
        int rest = (int) (size % WIDTH);
        if (rest > 0) {
            sink.file(entriesPath(size / WIDTH, rest), bundle.toByteArray());
        }
        for (int level = 0; level < levels.size(); level++) {
            byte[] tile = levels.get(level).toByteArray();
            if (tile.length > 0) {
                sink.file(tilePath(level, index(level), tile.length / HASH), tile);
            }
        }
    }

    /** How many tiles of a level are full. */
    private long index(int level) {
        return size >>> (8 * (level + 1));
    }

    private static byte[] root(byte[] tile) {
        MerkleRange range = MerkleRange.empty();
        for (int at = 0; at < tile.length; at += HASH) {
            range.appendHash(Arrays.copyOfRange(tile, at, at + HASH));
        }
        return range.root();
    }

    static String entriesPath(long index, int width) {
        return "tile/entries/" + number(index, width);
    }

    static String tilePath(int level, long index, int width) {
        return "tile/" + level + "/" + number(index, width);
    }

    /** Groups of three digits, all but the last with an x, and the width of a tile that is not full. */
    private static String number(long index, int width) {
        StringBuilder path = new StringBuilder(digits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + digits(rest % 1000) + "/");
        }
        return width == WIDTH ? path.toString() : path + ".p/" + width;
    }

    private static String digits(long group) {
        return Long.toString(1000 + group).substring(1);
    }
}
