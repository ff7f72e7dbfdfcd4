package dev.protection.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One policy taking the place of another.
 *
 * @param before the policy that was in force
 * @param after the policy that is in force now; may be equal to the one before
 */
public record PolicyChange(Policy before, Policy after) {
    private static final int LONGEST = 200;

    /**
     * Checks the parts.
     *
     * @param before the policy before
     * @param after the policy after
     */
    public PolicyChange {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * Returns the difference as pairs, for the record of the change.
     *
     * @return {@code before} and {@code after}, the hashes, the names of the
     *     {@code roles}, categories with {@code masks} and {@code controllers} that differ, and how many forbids and
     *     separations were added and removed
     */
    public Map<String, String> asData() {
        Map<String, String> data = new TreeMap<>();
        data.put("before", before.hash());
        data.put("after", after.hash());
        data.put("roles", differing(Policy::roles));
        data.put("masks", differing(Policy::masks));
        data.put("controllers", differing(PolicyChange::mandates));
        data.put("forbids-added", less(after.forbids(), before.forbids()));
        data.put("forbids-removed", less(before.forbids(), after.forbids()));
        data.put("separations-added", less(after.separations(), before.separations()));
        data.put("separations-removed", less(before.separations(), after.separations()));
        return data;
    }

    private static Map<String, ?> mandates(Policy policy) {
        Map<String, Object> byName = new TreeMap<>();
        policy.mandates().named().forEach((controller, mandate) -> byName.put(controller.value(), mandate));
        byName.put("*", policy.mandates().others());
        return byName;
    }

    private String differing(Function<Policy, Map<String, ?>> part) {
        Map<String, ?> was = part.apply(before);
        Map<String, ?> is = part.apply(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), PolicyChange::listed));
    }

    /** Short enough for a record. */
    private static String listed(List<String> names) {
        String all = String.join(", ", names);
        return names.isEmpty() ? "none" : all.length() <= LONGEST ? all : names.size() + " of them";
    }

    private static String less(List<?> some, List<?> others) {
        return Long.toString(
                some.stream().filter(rule -> !others.contains(rule)).count());
    }
}
