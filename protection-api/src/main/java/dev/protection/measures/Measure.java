package dev.protection.measures;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One sentence of the text, and what is said to back it. Immutable.
 *
 * @param id names it within the text
 * @param text the sentence as it is promised
 * @param assurance who it rests on
 * @param controls the names of the controls behind it, see {@link Control}; may be empty
 * @param attestation a person's word for it
 * @param planned what is still to be done; as long as it is there, the sentence is planned
 * @param owner the role that answers for it
 * @param review the day by which the owner looks at it again, UTC; a review that is overdue makes it stale
 */
public record Measure(
        String id,
        String text,
        Assurance assurance,
        Set<Control> controls,
        Optional<Attestation> attestation,
        Optional<String> planned,
        String owner,
        Optional<LocalDate> review) {
    /**
     * Copies the parts.
     *
     * @param id names it
     * @param text the sentence
     * @param assurance who it rests on
     * @param controls the controls
     * @param attestation the attestation
     * @param planned what is to be done
     * @param owner who answers for it
     * @param review when it is looked at again
     */
    public Measure {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(assurance, "assurance");
        Objects.requireNonNull(owner, "owner");
        controls = Collections.unmodifiableSortedSet(new TreeSet<>(controls));
    }
}
