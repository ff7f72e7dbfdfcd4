package dev.protection.jdbc.sql;

import java.util.HashSet;
import java.util.Set;

/**
 * Whether a part of a statement may run on rows outside the row filter without anybody noticing: it raises no error, runs
 * no unknown code, has no effect, whatever stands in the row.
 *
 * @param loud whether it may be noticed
 * @param texts the parameters that must be bound as text for it not to be
 */
record Verdict(boolean loud, Set<Integer> texts) {
    static final Verdict LOUD = new Verdict(true, Set.of());
    static final Verdict QUIET = new Verdict(false, Set.of());

    static Verdict ifText(int parameter) {
        return new Verdict(false, Set.of(parameter));
    }

    boolean quiet() {
        return !loud && texts.isEmpty();
    }

    Verdict and(Verdict other) {
        if (loud || other.quiet()) {
            return this;
        }
        if (other.loud || texts.isEmpty()) {
            return other;
        }
        Set<Integer> both = new HashSet<>(texts);
        both.addAll(other.texts);
        return new Verdict(false, both);
    }
}
