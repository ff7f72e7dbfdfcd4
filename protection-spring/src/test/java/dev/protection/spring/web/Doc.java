package dev.protection.spring.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The snippets of the documentation page. */
final class Doc {
    private static final Path PAGE = Path.of("doc/spring.md");

    private Doc() {}

    static Properties properties() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(block("properties")));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of the Java snippet, without their indentation. */
    static List<String> javaLines() {
        return block("java")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String source(Class<?> type) {
        return read(Path.of("src/test/java", type.getName().replace('.', '/') + ".java"));
    }

    private static String block(String language) {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(read(PAGE));
        if (!matcher.find()) {
            throw new IllegalStateException("the page has no block of " + language);
        }
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
