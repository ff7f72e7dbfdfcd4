package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.LogEntry;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.TamperedLogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes a log as files: the tiles, then the public keys, and the checkpoint last, so that no part looks whole. */
final class LogExport {
    static final String CHECKPOINT = "checkpoint";
    static final String KEYS = "keys";

    private final AuditStore store;
    private final LogSigner signer;

    LogExport(AuditStore store, LogSigner signer) {
        this.store = store;
        this.signer = signer;
    }

    void write(Path directory) {
        try {
            requireEmpty(directory);
            LogHead head = store.head();
            writeTiles(directory, head.size());
            String checkpoint = head.size() == 0
                    ? signer.sign(0, MerkleRange.empty().root()).note()
                    : head.checkpoint();
            Files.writeString(directory.resolve(KEYS), signer.verifierKeys(), StandardCharsets.UTF_8);
            Files.writeString(directory.resolve(CHECKPOINT), checkpoint, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreUnavailableException("export directory", e);
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new DirectoryNotEmptyException(directory.toString());
            }
        }
    }

    private void writeTiles(Path directory, long size) throws IOException {
        Tiles tiles = new Tiles((path, bytes) -> write(directory.resolve(path), bytes));
        for (long from = 0; from < size; from += Tiles.WIDTH) {
            int count = (int) Math.min(Tiles.WIDTH, size - from);
            List<LogEntry> entries = store.entries(from, count);
            if (entries.size() != count) {
                throw new TamperedLogException("an entry of the audit log after the first " + from + " is missing");
            }
            for (LogEntry entry : entries) {
                tiles.append(entry.leaf());
            }
        }
        tiles.finish();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
