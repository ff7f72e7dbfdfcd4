package dev.protection.core.config;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON. */
final class JsonDocuments {
    private JsonDocuments() {}

    static @Nullable Node read(String text, Report report) {
        try (JsonParser tokens = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            return new NodeReader(tokens, token -> false, report).document();
        } catch (JacksonException e) {
            // The parser's own message may quote the text, and with it a password.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            report.at(line, "", "is not JSON: not understood near column " + column);
            return null;
        }
    }
}
