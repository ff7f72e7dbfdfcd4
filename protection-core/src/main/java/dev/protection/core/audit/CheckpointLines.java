package dev.protection.core.audit;

import dev.protection.audit.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Optional;

/** The open file of an anchor, locked. A line that a crash cut short has no line end, and is not a line. */
final class CheckpointLines implements AutoCloseable {
    /** No line is longer: a note has a name, a number, a hash and two signatures. */
    private static final int LONGEST = 64 * 1024;

    private final FileChannel channel;

    private CheckpointLines(FileChannel channel) {
        this.channel = channel;
    }

    static CheckpointLines forWriting(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.lock(); // ends with the channel
        return new CheckpointLines(channel);
    }

    static CheckpointLines forReading(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.lock(0, Long.MAX_VALUE, true);
        return new CheckpointLines(channel);
    }

    Optional<Checkpoint> last() throws IOException {
        String tail = tail();
        int end = tail.lastIndexOf('\n');
        if (end < 0) {
            return Optional.empty();
        }
        String line = tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end);
        return Optional.of(Checkpoint.parse(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8)));
    }

    void append(Checkpoint checkpoint) throws IOException {
        String tail = tail();
        long torn = tail.length() - 1L - tail.lastIndexOf('\n');
        channel.position(channel.size() - torn);
        String line = Base64.getEncoder().encodeToString(checkpoint.note().getBytes(StandardCharsets.UTF_8)) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(channel.position());
        channel.force(true);
    }

    /** The end of the file, byte for character. */
    private String tail() throws IOException {
        long from = Math.max(0, channel.size() - LONGEST);
        ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
        int read;
        do {
            read = channel.read(bytes, from + bytes.position()); // may stop short
        } while (read > 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
