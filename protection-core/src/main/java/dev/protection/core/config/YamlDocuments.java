package dev.protection.core.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads YAML; the one class that names Jackson's YAML module, which is an optional dependency. */
final class YamlDocuments {
    private YamlDocuments() {}

    static @Nullable Node read(String text, Report report) {
        try (JsonParser tokens = factory(text).createParser(ObjectReadContext.empty(), text)) {
            return new NodeReader(tokens, YamlDocuments::alias, report).document();
        } catch (JacksonException e) {
            // The parser's own message quotes lines of the file, and with them a password.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            report.at(line, "", "is not YAML: not understood near column " + column);
            return null;
        }
    }

    /** Reads in one piece: the engine fails on a character of two halves that lies across two of its pieces. */
    private static YAMLFactory factory(String text) {
        int room = text.length() + 2;
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(true) // reported with both lines by the reader
                .setBufferSize(room)
                .setCodePointLimit(room)
                .build();
        return YAMLFactory.builder().loadSettings(settings).build();
    }

    private static boolean alias(JsonParser tokens) {
        return tokens instanceof YAMLParser yaml && yaml.isCurrentAlias();
    }
}
