package dev.protection.core.audit;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps the newest checkpoint in a file, replaced as a whole; put it where whoever can write the log cannot write. */
public final class FileAnchor implements Anchor {
    private final Path file;

    /**
     * Makes an anchor.
     *
     * @param directory where the file is kept; made when missing
     */
    public FileAnchor(Path directory) {
        this.file = directory.resolve("checkpoint");
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public synchronized void publish(Checkpoint checkpoint) {
        if (latest().map(kept -> kept.size() >= checkpoint.size()).orElse(false)) {
            return;
        }
        Path fresh = file.resolveSibling("checkpoint.new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(checkpoint.note().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreUnavailableException("anchor", e);
        }
    }

    @Override
    public synchronized Optional<Checkpoint> latest() {
        try {
            return Files.exists(file)
                    ? Optional.of(Checkpoint.parse(Files.readString(file, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreUnavailableException("anchor", e);
        }
    }
}
