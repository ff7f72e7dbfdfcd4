package dev.protection.jdbc.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where nodes of one application keep root key and anchor, and the configuration that says so.
 *
 * @param folder the place
 */
record State(Path folder) {
    /** A place that nothing else uses. */
    static State fresh() {
        try {
            return new State(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "attack"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration in a file of its own: nodes in one JVM that name different files are different nodes. */
    Path configuration() {
        try (InputStream declared = State.class.getResourceAsStream("/attack/protection.yaml")) {
            String text = new String(declared.readAllBytes(), StandardCharsets.UTF_8);
            Path file = folder.resolve(UUID.randomUUID() + ".yaml");
            return Files.writeString(file, text.replace("STATE", folder.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of a configuration with something exchanged. */
    Path with(Path configuration, String part, String other) {
        try {
            String text = Files.readString(configuration);
            if (!text.contains(part)) {
                throw new IllegalArgumentException("there is no " + part);
            }
            return Files.writeString(folder.resolve(UUID.randomUUID() + ".yaml"), text.replace(part, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same configuration under another name. */
    static Path copyOf(Path configuration) {
        try {
            return Files.copy(configuration, configuration.resolveSibling(UUID.randomUUID() + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
