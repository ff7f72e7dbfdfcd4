package dev.protection.jdbc.formula;

import java.util.Map;

/** How a database turns text into upper and lower case. Immutable and safe for use by several threads. */
public interface CaseMapping {
    /** As Java does it in no particular language, which is what H2 does. */
    CaseMapping JAVA = new CaseMapping() {
        @Override
        public String upper(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public String lower(String text) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
    };

    /**
     * Returns text in upper case.
     *
     * @param text any text
     * @return as the database would
     */
    String upper(String text);

    /**
     * Returns text in lower case.
     *
     * @param text any text
     * @return as the database would
     */
    String lower(String text);

    /**
     * A mapping that goes character by character.
     *
     * @param upper what becomes of each code point that changes
     * @param lower likewise
     * @return the mapping
     */
    static CaseMapping of(Map<Integer, String> upper, Map<Integer, String> lower) {
        Map<Integer, String> up = Map.copyOf(upper);
        Map<Integer, String> down = Map.copyOf(lower);
        return new CaseMapping() {
            @Override
            public String upper(String text) {
                return mapped(text, up);
            }

            @Override
            public String lower(String text) {
                return mapped(text, down);
            }
        };
    }

    private static String mapped(String text, Map<Integer, String> mapping) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            String changed = mapping.get(point);
            if (changed == null) {
                result.appendCodePoint(point);
            } else {
                result.append(changed);
            }
        });
        return result.toString();
    }
}
