package dev.protection.core.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whose rows a statement may not reach, whatever their tenant (Art. 7, 18, 21 GDPR).
 *
 * @param uses purposes, and {@link dev.protection.rights.SubjectStates#RESTRICTED}: persons who are withheld from one of
 *     them; empty when it concerns nobody
 * @param consent the purpose to which a person has to consent; empty where it rests on something else
 * @param at the time at which consents have to count
 */
public record Withheld(SortedSet<String> uses, Optional<String> consent, Instant at) {
    /** Nobody. */
    public static final Withheld NOBODY = new Withheld(new TreeSet<>(), Optional.empty(), Instant.EPOCH);

    /**
     * Copies the parts.
     *
     * @param uses the uses
     * @param consent the purpose
     * @param at the time
     */
    public Withheld {
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(at, "at");
        uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
    }

    /**
     * Tells whether nobody's rows are left out.
     *
     * @return true when statements are what they would be without
     */
    public boolean isEmpty() {
        return uses.isEmpty() && consent.isEmpty();
    }
}
