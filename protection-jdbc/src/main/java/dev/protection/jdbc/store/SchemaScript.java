package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The statements that create the tables, out of the resource {@code schema/v1/<dialect>.sql}. */
final class SchemaScript {
    /** The version these statements make. */
    static final int VERSION = 1;

    private static final String PART = "-- part: ";
    private static final String EVERYWHERE = "all";

    private final String text;

    private SchemaScript(String text) {
        this.text = text;
    }

    static SchemaScript of(Dialect dialect) {
        String name =
                "/dev/protection/jdbc/schema/v" + VERSION + "/" + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = Objects.requireNonNull(SchemaScript.class.getResourceAsStream(name), name)) {
            return new SchemaScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements for one part, in order; each may be run again. */
    List<String> statements(SchemaPart part) {
        List<String> statements = new ArrayList<>(section(EVERYWHERE));
        statements.addAll(section(part.name().toLowerCase(Locale.ROOT)));
        return statements;
    }

    private List<String> section(String name) {
        int start = text.indexOf(PART + name + "\n");
        int end = text.indexOf(PART, start + 1);
        String body = text.substring(start, end < 0 ? text.length() : end);
        List<String> statements = new ArrayList<>();
        for (String statement : body.replaceAll("(?m)^--.*\n", "").split(";\n", -1)) {
            if (!statement.isBlank()) {
                statements.add(statement.strip());
            }
        }
        return statements;
    }
}
