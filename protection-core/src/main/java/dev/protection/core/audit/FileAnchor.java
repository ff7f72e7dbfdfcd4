package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps checkpoints in files that only grow, one for each log; put it where whoever can write the log cannot write, on a medium that
 * only appends if there is one.
 *
 * <p>The file named after the log, {@code <origin>.checkpoints}, has one line for each checkpoint: its signed note in base64. Several processes may
 * share it.
 */
public final class FileAnchor implements Anchor {
    /** A lock of a file keeps other processes out, not other threads. */
    private static final Object THREADS = new Object();

    private final Path directory;

    /**
     * Makes an anchor.
     *
     * @param directory where the files are kept; made when missing
     */
    public FileAnchor(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    private Path file(String origin) {
        return directory.resolve(URLEncoder.encode(origin, StandardCharsets.UTF_8) + ".checkpoints");
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void publish(Checkpoint checkpoint) {
        Path file = file(checkpoint.origin());
        synchronized (THREADS) {
            try {
                Files.createDirectories(directory);
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
    public Optional<Checkpoint> latest(String origin) {
        Path file = file(origin);
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
