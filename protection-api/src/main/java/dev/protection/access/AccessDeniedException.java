package dev.protection.access;

import dev.protection.ProtectionException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Work was refused because nothing grants it (Art. 32(4) GDPR); nothing was read or changed. */
public final class AccessDeniedException extends ProtectionException {
    /** The code of this exception. */
    public static final String CODE = "PROT-ACCESS-DENIED";

    private static final long serialVersionUID = 1L;
    private static final String WITHOUT_THE_FIELD = " What leaves the field out needs no right to it.";

    /** The facts as pairs. */
    private final TreeMap<String, String> facts;

    /**
     * Makes the exception.
     *
     * @param refusal a {@link Deny} or {@link Undecided}
     * @throws IllegalArgumentException for a {@link Permit}
     */
    public AccessDeniedException(Decision refusal) {
        super(CODE, sentence(refusal), remedy(refusal.facts()));
        this.facts = new TreeMap<>(refusal.facts().asData());
    }

    /**
     * Returns the facts of the decision as pairs.
     *
     * @return {@code rule}, {@code action}, {@code dataset} and the other parts of {@link Facts#asData()}
     */
    public Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    private static String sentence(Decision refusal) {
        if (refusal.permits()) {
            throw new IllegalArgumentException("a permit is no reason for refusing");
        }
        Facts facts = refusal.facts();
        return facts.question().inWords() + " is refused: " + facts.rule().inWords() + ".";
    }

    private static String remedy(Facts facts) {
        String without = facts.rule() == Rule.CATEGORY_NOT_GRANTED ? WITHOUT_THE_FIELD : "";
        return whatPermits(facts.changes()) + without;
    }

    private static String whatPermits(List<Change> changes) {
        return changes.isEmpty()
                ? "Ask whoever keeps the policy; no single role, purpose or assignment would be enough."
                : "It would be permitted by "
                        + changes.stream().map(Change::toString).collect(Collectors.joining(", or "))
                        + ".";
    }
}
