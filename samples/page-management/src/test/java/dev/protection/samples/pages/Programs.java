package dev.protection.samples.pages;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the machine that a test needs. */
final class Programs {
    private Programs() {}

    /** By the system property, else by any of the names on the PATH. */
    static Path find(String property, String... names) {
        String given = System.getProperty(property);
        if (given != null) {
            return Path.of(given);
        }
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + property + " is on the PATH. Install it (Debian:"
                        + " apt-get install chromium chromium-driver) or name it by -D" + property + "=/path/to/it."));
    }
}
