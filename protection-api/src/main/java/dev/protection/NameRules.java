package dev.protection;

import java.util.regex.Pattern;

/** How names and identifiers of the database may look: nothing that would need quoting, or could end a quotation. */
final class NameRules {
    /** What PostgreSQL keeps of an identifier; longer ones it cuts silently. */
    private static final int LONGEST = 63;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*");
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

    private final Problems problems;

    NameRules(Problems problems) {
        this.problems = problems;
    }

    /** The name of a dataset, purpose, category or kind of person. */
    void word(String place, String what, String name) {
        if (!WORD.matcher(name).matches() || name.length() > LONGEST) {
            problems.report(
                    place, odd(what, name) + " has 1 to 63 letters, digits, '_', '-' and '.', a letter or digit first");
        }
    }

    /** The name of an index group; a dot would make it look like the own group of some field. */
    void group(String place, String name) {
        if (!PLAIN_WORD.matcher(name).matches() || name.length() > LONGEST) {
            problems.report(
                    place,
                    odd("index group", name) + " has 1 to 63 letters, digits, '_' and '-', a letter or digit first");
        }
    }

    void column(String place, String name) {
        identifier(place, "column", name, LONGEST);
        if (name.startsWith("__p")) {
            problems.report(place, "column '" + name + "' begins with '__p', which is kept for hidden columns");
        }
    }

    /** A column that gets a helper beside it, whose name is longer. */
    void searchedColumn(String place, String name) {
        identifier(place, "searched column", name, LONGEST - "_prefix".length());
    }

    void table(String place, String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length > 3) {
            problems.report(place, "table '" + name + "' has more parts than catalogue, schema and table");
            return;
        }
        for (String part : parts) {
            identifier(place, "table", part, LONGEST);
        }
    }

    private void identifier(String place, String what, String name, int longest) {
        if (name.isBlank()) {
            problems.report(place, "a " + what + " has an empty name");
        } else if (!IDENTIFIER.matcher(name).matches() || name.length() > longest) {
            problems.report(
                    place,
                    odd(what, name) + " has 1 to " + longest
                            + " letters, digits, '_' and '$', no digit first; names that need quotes are not offered");
        }
    }

    private static String odd(String what, String name) {
        return name.isBlank() ? "an empty name: a " + what : what + " '" + name + "': a " + what;
    }
}
