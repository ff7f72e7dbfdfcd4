package dev.protection.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Fetches the text of a configuration from a path, a {@code file:} location or the class path. */
final class SourceText {
    private static final int LARGEST = 5 * 1024 * 1024;
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    private SourceText() {}

    /** Returns the text; null after a problem has been reported. */
    static @Nullable String fetch(String location, Report report) {
        try (InputStream stream = open(location)) {
            if (stream == null) {
                report.whole("is not on the class path");
                return null;
            }
            return decode(stream.readNBytes(LARGEST + 1), report);
        } catch (NoSuchFileException e) {
            report.whole("does not exist, seen from " + Path.of("").toAbsolutePath());
        } catch (CharacterCodingException e) {
            report.whole("is not text in UTF-8");
        } catch (IOException | InvalidPathException e) {
            report.whole("cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return null;
    }

    private static @Nullable String decode(byte[] bytes, Report report) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return withinLimit(text, bytes.length, report) ? text : null;
    }

    static boolean withinLimit(String text, int length, Report report) {
        if (length > LARGEST || text.length() > LARGEST) {
            report.whole("is larger than 5 MB, which no declaration is");
            return false;
        }
        return true;
    }

    private static @Nullable InputStream open(String location) throws IOException {
        if (location.startsWith(CLASS_PATH)) {
            return resource(location.substring(CLASS_PATH.length()));
        }
        String path = location.startsWith(FILE) ? location.substring(FILE.length()) : location;
        return Files.newInputStream(Path.of(path));
    }

    private static @Nullable InputStream resource(String written) {
        String name = written.startsWith("/") ? written.substring(1) : written;
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        InputStream found = context == null ? null : context.getResourceAsStream(name);
        return found != null ? found : SourceText.class.getClassLoader().getResourceAsStream(name);
    }
}
