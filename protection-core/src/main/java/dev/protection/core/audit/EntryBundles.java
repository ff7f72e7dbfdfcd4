package dev.protection.core.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The entries of an exported log, read from their bundles: each entry is its length in two bytes, and then itself. */
final class EntryBundles {
    private final Path directory;
    private final long size;

    EntryBundles(Path directory, long size) {
        this.directory = directory;
        this.size = size;
    }

    /** Takes the entries in order. */
    @FunctionalInterface
    interface Taker {
        void take(byte[] leaf) throws IOException;
    }

    /** Hands out the entries up to the first bundle that is missing or malformed, which is a finding. */
    void forEach(LogFindings findings, Taker taker) throws IOException {
        for (long from = 0; from < size; from += Tiles.WIDTH) {
            int count = (int) Math.min(Tiles.WIDTH, size - from);
            String path = Tiles.entriesPath(from / Tiles.WIDTH, count);
            if (!Files.exists(directory.resolve(path))) {
                findings.add("file " + path + " is missing");
                return;
            }
            ByteBuffer bundle = ByteBuffer.wrap(Files.readAllBytes(directory.resolve(path)));
            if (!isWellFormed(bundle.duplicate(), count)) {
                findings.add("file " + path + " does not hold " + count + " entries");
                return;
            }
            for (int i = 0; i < count; i++) {
                byte[] leaf = new byte[Short.toUnsignedInt(bundle.getShort())];
                bundle.get(leaf);
                taker.take(leaf);
            }
        }
    }

    private static boolean isWellFormed(ByteBuffer bundle, int count) {
        for (int i = 0; i < count; i++) {
            int length = bundle.remaining() < Short.BYTES ? Integer.MAX_VALUE : Short.toUnsignedInt(bundle.getShort());
            if (length > bundle.remaining()) {
                return false;
            }
            bundle.position(bundle.position() + length);
        }
        return !bundle.hasRemaining();
    }
}
