package dev.protection.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a decision came out as it did: as data, and in words made from the same data. Free of values of personal data.
 *
 * <p>Safe for use by several threads. What would change the decision is worked out when it is asked for, against the
 * policy that decided.
 */
public interface Facts {
    /**
     * Returns the rule that decided.
     *
     * @return one of a fixed list
     */
    Rule rule();

    /**
     * Returns what was asked.
     *
     * @return who, what, why and where
     */
    Question question();

    /**
     * Returns the grants the decision rests on: any one of them alone gives the same decision, and without all of them
     * it would be a {@link Deny}.
     *
     * @return empty unless the decision permits
     */
    List<GrantId> grants();

    /**
     * Returns single steps, each of which alone would turn a refusal or a mask into a plain permit.
     *
     * @return empty for a plain permit, and when no single step is enough
     */
    List<Change> changes();

    /**
     * Returns the facts as sentences.
     *
     * @return what was asked, the answer's reason, and what would change it; without the actor's id
     */
    default String inWords() {
        String because = question().inWords() + ": " + rule().inWords() + ".";
        String grounds = grants().isEmpty() ? "" : " Rests on " + joined(grants()) + ".";
        return because + grounds + (changes().isEmpty() ? "" : " It would be permitted by: " + joined(changes()) + ".");
    }

    /**
     * Returns the facts as pairs, for records and events.
     *
     * @return sorted by name; {@code rule}, {@code action}, {@code grants} and the parts of the question
     */
    default Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>(question().asData());
        data.put("rule", rule().name());
        if (!grants().isEmpty()) {
            data.put("grants", joined(grants()));
        }
        return data;
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
