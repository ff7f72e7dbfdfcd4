package dev.protection.jdbc.sql;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The texts that a column may hold, by its type or by a constraint. They are compared character by character.
 *
 * @param texts at least one
 * @param constraint the name of the constraint in loose letters; empty where the definition gives none
 */
public record ListedValues(List<String> texts, String constraint) {
    private static final String MADE_UP = "constraint_";

    /**
     * Copies the texts.
     *
     * @param texts at least one
     * @param constraint the name of the constraint
     */
    public ListedValues {
        texts = List.copyOf(texts);
    }

    /** What stands for the name that the database makes up for a constraint beside the columns. */
    static String unnamed(Dialect dialect) {
        return dialect == Dialect.MARIADB ? MADE_UP : "";
    }

    /**
     * Whether the list goes with a constraint.
     *
     * @param name in loose letters
     * @param made the name that PostgreSQL makes up, likewise
     * @return empty when that is not certain
     */
    Optional<Boolean> goesWith(String name, String made, Dialect dialect) {
        boolean ours = constraint.isEmpty() || constraint.equals(MADE_UP);
        if (!ours) {
            return Optional.of(constraint.equals(name));
        }
        if (dialect == Dialect.POSTGRESQL) {
            return Optional.of(name.startsWith(made));
        }
        boolean unclear = name.startsWith(MADE_UP) && (dialect == Dialect.H2 || constraint.equals(MADE_UP));
        return unclear ? Optional.empty() : Optional.of(false);
    }

    /** The list as it stands in a comment: no blank, bracket or quote. */
    String mark() {
        String all = texts.stream().map(ListedValues::encoded).collect(Collectors.joining(","));
        return " of " + all + (constraint.isEmpty() ? "" : " by " + encoded(constraint));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A");
    }

    static ListedValues read(String texts, String constraint) {
        return new ListedValues(
                Arrays.stream(texts.split(",", -1)).map(ListedValues::decoded).toList(), decoded(constraint));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
