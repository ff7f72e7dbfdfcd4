package dev.protection.audit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may stand in an event: short, printable texts. The messages never repeat the text that is refused. */
final class EventRules {
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_FACT = 200;
    private static final int MOST_FACTS = 20;
    private static final Pattern FACT_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,59}");

    private EventRules() {}

    static void texts(String actor, String purpose, String correlationId) {
        text("actor", actor, LONGEST_TEXT);
        text("purpose", purpose, LONGEST_TEXT);
        text("correlation id", correlationId, LONGEST_TEXT);
    }

    static void names(Optional<String> dataset, Collection<String> fields) {
        dataset.ifPresent(name -> text("dataset", name, LONGEST_TEXT));
        fields.forEach(name -> text("field", name, LONGEST_TEXT));
    }

    static void facts(Map<String, String> facts) {
        if (facts.size() > MOST_FACTS) {
            throw new IllegalArgumentException("an event has at most " + MOST_FACTS + " facts");
        }
        facts.forEach((name, value) -> {
            if (!FACT_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the name of an event's fact has 1 to 60 letters, digits, '_', '.' and '-', a letter first");
            }
            text("fact " + name, value, LONGEST_FACT);
        });
    }

    static void rows(long rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("an event counts no negative rows");
        }
    }

    private static void text(String what, String text, int longest) {
        if (text.isEmpty() || text.length() > longest || !isPrintable(text)) {
            throw new IllegalArgumentException(
                    "the " + what + " of an event has 1 to " + longest + " printable characters");
        }
    }

    /** A loop, because every read and write passes here. */
    private static boolean isPrintable(String text) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                return false;
            }
            at += Character.charCount(codePoint);
        }
        return true;
    }
}
