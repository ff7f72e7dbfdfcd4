package dev.protection.samples.pages.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sample's database is new at each start, so the root key and the anchor of the last one are taken away first. */
public final class FreshStart {
    private static final Path STATE = Path.of("target", "sample");

    private FreshStart() {}

    /**
     * Takes away what an earlier start left.
     *
     * @throws IOException when it cannot be taken away
     */
    public static void prepare() throws IOException {
        if (!Files.exists(STATE)) {
            return;
        }
        List<Path> old;
        try (Stream<Path> found = Files.walk(STATE)) {
            old = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : old) {
            Files.delete(each);
        }
    }
}
