package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps checkpoints in a file that only grows; put it where whoever can write the log cannot write, on a medium that
 * only appends if there is one.
 *
 * <p>The file {@code checkpoints} has one line for each checkpoint: its signed note in base64. Several processes may
 * share it.
 */
public final class FileAnchor implements Anchor {
    /** A lock of a file keeps other processes out, not other threads. */
    private static final Object THREADS = new Object();

    private final Path file;

    /**
     * Makes an anchor.
     *
     * @param directory where the file is kept; made when missing
     */
    public FileAnchor(Path directory) {
        this.file = directory.toAbsolutePath().resolve("checkpoints");
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void publish(Checkpoint checkpoint) {
        synchronized (THREADS) {
            try {
                Files.createDirectories(file.getParent());
                try (CheckpointLines lines = CheckpointLines.forWriting(file)) {
                    Optional<Checkpoint> kept = lines.last();
                    if (kept.isEmpty() || kept.get().size() < checkpoint.size()) {
                        lines.append(checkpoint);
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                throw new StoreUnavailableException("anchor", e);
            }
        }
    }

    @Override
    public Optional<Checkpoint> latest() {
        synchronized (THREADS) {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            try (CheckpointLines lines = CheckpointLines.forReading(file)) {
                return lines.last();
            } catch (IOException | IllegalArgumentException e) {
                throw new StoreUnavailableException("anchor", e);
            }
        }
    }
}
