package dev.protection;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant, by the least number of changed letters (Levenshtein distance). */
public final class NearestWord {
    private NearestWord() {}

    /**
     * Returns the nearest of some words.
     *
     * @param word what was written
     * @param words what is known
     * @return empty when none is near
     */
    public static Optional<String> of(String word, Collection<String> words) {
        return words.stream()
                .filter(known -> distance(word, known) <= Math.max(1, known.length() / 3))
                .min(Comparator.<String>comparingInt(known -> distance(word, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Returns the nearest word as the end of a sentence.
     *
     * @param word what was written
     * @param words what is known
     * @return for example {@code ", did you mean 'support'?"}; without a near word, the known ones
     */
    public static String hint(String word, Collection<String> words) {
        return of(word, words)
                .map(near -> ", did you mean '" + near + "'?")
                .orElseGet(() -> words.size() > 12 || words.isEmpty()
                        ? ""
                        : "; known: "
                                + String.join(", ", words.stream().sorted().toList()));
    }

    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
            }
            above = row;
        }
        return above[right.length()];
    }
}
