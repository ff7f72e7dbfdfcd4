package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a log as the files of C2SP tlog-tiles: hash tiles of 256, entry bundles, the checkpoint, the public keys. */
final class LogExport {
    private static final int TILE = 256;

    private final AuditStore store;
    private final LogSigner signer;

    LogExport(AuditStore store, LogSigner signer) {
        this.store = store;
        this.signer = signer;
    }

    void write(Path directory) {
        try {
            LogHead head = store.head();
            Files.createDirectories(directory);
            List<byte[]> hashes = writeEntries(directory, head.size());
            writeTiles(directory, 0, hashes);
            Files.writeString(directory.resolve("keys"), signer.verifierKeys(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve("checkpoint"), head.checkpoint(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreUnavailableException("export directory", e);
        }
    }

    private List<byte[]> writeEntries(Path directory, long size) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        for (long from = 0; from < size; from += TILE) {
            int count = (int) Math.min(TILE, size - from);
            ByteArrayOutputStream bundle = new ByteArrayOutputStream();
            for (LogEntry entry : store.entries(from, count)) {
                byte[] leaf = entry.leaf();
                bundle.write(leaf.length >>> 8);
                bundle.write(leaf.length);
                bundle.writeBytes(leaf);
                hashes.add(MerkleRange.leafHash(leaf));
            }
            file(directory, "tile/entries/" + number(from / TILE, count), bundle.toByteArray());
        }
        return hashes;
    }

    /** A tile of one level holds 256 hashes; the hash over a full tile is an entry of the next level. */
    private static void writeTiles(Path directory, int level, List<byte[]> hashes) throws IOException {
        List<byte[]> above = new ArrayList<>();
        for (int from = 0; from < hashes.size(); from += TILE) {
            List<byte[]> tile = hashes.subList(from, Math.min(from + TILE, hashes.size()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            tile.forEach(bytes::writeBytes);
            file(directory, "tile/" + level + "/" + number(from / TILE, tile.size()), bytes.toByteArray());
            if (tile.size() == TILE) {
                above.add(root(tile));
            }
        }
        if (!above.isEmpty()) {
            writeTiles(directory, level + 1, above);
        }
    }

    private static byte[] root(List<byte[]> tile) {
        List<byte[]> row = tile;
        while (row.size() > 1) {
            List<byte[]> next = new ArrayList<>();
            for (int i = 0; i < row.size(); i += 2) {
                next.add(MerkleRange.nodeHash(row.get(i), row.get(i + 1)));
            }
            row = next;
        }
        return row.get(0);
    }

    /** Groups of three digits, all but the last with an x, and the width of a tile that is not full. */
    private static String number(long index, int width) {
        StringBuilder path = new StringBuilder(String.format("%03d", index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, String.format("x%03d/", rest % 1000));
        }
        return width == TILE ? path.toString() : path + ".p/" + width;
    }

    private static void file(Path directory, String path, byte[] bytes) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, bytes);
    }
}
