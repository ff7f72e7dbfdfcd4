package dev.protection.measures;

import java.util.Collection;
import java.util.Comparator;

/**
 * What the evidence makes of a sentence, from the best to the worst. Planned, partially implemented and implemented are the
 * words of the EDPB's 2026 template for impact assessments; the other two say what evidence alone can.
 */
public enum MeasureStatus {
    /** Enforced or measured, with fresh evidence. */
    IMPLEMENTED("Implemented"),
    /** Enforced or measured, but weaker than the sentence says. */
    PARTIALLY_IMPLEMENTED("Partially implemented"),
    /** Nothing backs it yet. */
    PLANNED("Planned"),
    /** It was backed; the evidence, the attestation or the review has lapsed. */
    STALE("Stale"),
    /** A measurement disagrees with the text. */
    CONTRADICTED("Contradicted");

    private final String words;

    MeasureStatus(String words) {
        this.words = words;
    }

    /**
     * Returns the status as it is printed.
     *
     * @return one or two words
     */
    public String inWords() {
        return words;
    }

    /**
     * Returns the status of a sentence from those of its parts: the worst.
     *
     * @param parts the statuses of its controls, attestation and plan; none: nothing backs it
     * @return the worst, or {@link #PLANNED}
     */
    public static MeasureStatus worst(Collection<MeasureStatus> parts) {
        return parts.stream().max(Comparator.naturalOrder()).orElse(PLANNED);
    }
}
