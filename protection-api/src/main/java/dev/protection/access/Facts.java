package dev.protection.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
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
     * Returns the roles of the actor that the policy does not know. They grant nothing.
     *
     * @return sorted; usually empty
     */
    SortedSet<String> unknownRoles();

    /**
     * Returns the facts as sentences.
     *
     * @return what was asked, the answer's reason, and what would change it; without the actor's id
     */
    default String inWords() {
        return question().inWords() + ": " + rule().inWords() + "." + sentence(" Rests on ", grants())
                + sentence(" The policy does not know the roles ", unknownRoles())
                + sentence(" It would be permitted by ", changes());
    }

    /**
     * Returns the facts as pairs, for records and events.
     *
     * @return sorted by name; {@code rule}, {@code grants}, {@code unknown-roles} and the parts of the question
     */
    default Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>(question().asData());
        data.put("rule", rule().name());
        if (!grants().isEmpty()) {
            data.put("grants", joined(grants()));
        }
        if (!unknownRoles().isEmpty()) {
            data.put("unknown-roles", joined(unknownRoles()));
        }
        return data;
    }

    private static String sentence(String start, Collection<?> parts) {
        return parts.isEmpty() ? "" : start + joined(parts) + ".";
    }

    private static String joined(Collection<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
