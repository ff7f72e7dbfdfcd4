package dev.protection.jdbc.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for values in every file below a directory, in every shape. One pass over the files serves all values. */
final class Scan {
    private static final int PREFIX = 4;

    private final Map<Integer, List<Wanted>> byPrefix = new HashMap<>();

    private record Wanted(String value, Encodings.Shape shape) {}

    /**
     * A find.
     *
     * @param value what was looked for
     * @param shape how it was encoded
     * @param file where it was found
     */
    record Hit(String value, String shape, Path file) {}

    Scan(Iterable<String> values) {
        for (String value : values) {
            for (Encodings.Shape shape : Encodings.of(value)) {
                byPrefix.computeIfAbsent(prefix(shape.bytes(), 0), key -> new ArrayList<>())
                        .add(new Wanted(value, shape));
            }
        }
    }

    /** What the server takes away meanwhile holds nothing. */
    List<Hit> below(Path directory) {
        List<Hit> hits = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        file(file, hits);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Hit> in(byte[] bytes, Path name) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at + PREFIX <= bytes.length; at++) {
            for (Wanted wanted : byPrefix.getOrDefault(prefix(bytes, at), List.of())) {
                byte[] shape = wanted.shape().bytes();
                int end = at + shape.length;
                if (end <= bytes.length && Arrays.equals(bytes, at, end, shape, 0, shape.length)) {
                    hits.add(new Hit(wanted.value(), wanted.shape().name(), name));
                }
            }
        }
        return hits;
    }

    private void file(Path file, List<Hit> hits) throws IOException {
        try {
            hits.addAll(in(Files.readAllBytes(file), file));
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private static int prefix(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, PREFIX).getInt();
    }
}
