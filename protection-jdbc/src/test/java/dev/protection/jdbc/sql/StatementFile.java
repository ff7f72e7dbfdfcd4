package dev.protection.jdbc.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the statements under {@code resources/sql}. */
final class StatementFile {
    private StatementFile() {}

    /**
     * A statement and what is to become of it.
     *
     * @param dialect the database
     * @param sql the statement
     * @param outcome the printed plan, or a code
     */
    record Expected(Dialect dialect, String sql, String outcome) {
        String title() {
            return dialect + ": " + sql;
        }
    }

    /** Blocks of {@code > statement} followed by {@code dialects: printed plan}. */
    static List<Expected> expected(String file) {
        List<Expected> expected = new ArrayList<>();
        for (String block : text(file).split("\n> ", -1)) {
            String[] parts = block.split("\n(?=all: |[A-Z0-9,]+: )", -1);
            String sql = parts[0].startsWith("> ") ? parts[0].substring(2) : parts[0];
            for (int i = 1; i < parts.length; i++) {
                int colon = parts[i].indexOf(": ");
                String outcome =
                        parts[i].substring(colon + 2).split("\n\n", -1)[0].stripTrailing();
                dialects(parts[i].substring(0, colon))
                        .forEach(dialect -> expected.add(new Expected(dialect, sql, outcome)));
            }
        }
        return expected;
    }

    /** Lines of {@code [dialects ]code | statement}. */
    static List<Expected> refused() {
        List<Expected> expected = new ArrayList<>();
        lines("refused.txt").forEach(line -> {
            String[] parts = line.split(" \\| ", 2);
            String[] head = parts[0].split(" ", -1);
            String named = head.length > 1 ? head[0] : "all";
            dialects(named).forEach(dialect -> expected.add(new Expected(dialect, parts[1], head[head.length - 1])));
        });
        return expected;
    }

    /** Lines of {@code [dialect ]statement}. */
    static List<Expected> untouched() {
        List<Expected> expected = new ArrayList<>();
        lines("untouched.txt").forEach(line -> {
            List<Dialect> named = Stream.of(Dialect.values())
                    .filter(dialect -> line.startsWith(dialect.name() + " "))
                    .toList();
            String sql = named.isEmpty() ? line : line.substring(line.indexOf(' ') + 1);
            (named.isEmpty() ? List.of(Dialect.values()) : named)
                    .forEach(dialect -> expected.add(new Expected(dialect, sql, "untouched")));
        });
        return expected;
    }

    private static Stream<Dialect> dialects(String named) {
        return Stream.of(Dialect.values())
                .filter(dialect ->
                        named.equals("all") || List.of(named.split(",", -1)).contains(dialect.name()));
    }

    private static Stream<String> lines(String file) {
        return text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(StatementFile.class.getResourceAsStream("/sql/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
