package dev.protection.anomaly;

import java.util.Locale;

/** What findings are about. Named in records, so names stay for ever; each has a section in {@code doc/findings.md}. */
public enum FindingRule {
    /** One actor opens many more persons than usual. */
    BULK_READ("an actor opened far more persons than is normal for it"),
    /** Many failed sign-ins to one account from devices it does not know. */
    BRUTE_FORCE_ACCOUNT("many sign-ins to one account failed"),
    /** Many failed sign-ins to one or several accounts from one source. */
    BRUTE_FORCE_SOURCE("many sign-ins from one source failed"),
    /** One account is used from places too far apart for the time between. */
    DISTANT_PLACES("one account was used from places too far apart for the time between"),
    /** One actor is refused again and again. */
    PROBING("an actor was refused again and again"),
    /** Somebody has broken the glass: access in an emergency, which waits for a review. */
    BREAK_GLASS("somebody has broken the glass for access in an emergency");

    private final String words;

    FindingRule(String words) {
        this.words = words;
    }

    /**
     * Returns the rule in words.
     *
     * @return half a sentence
     */
    public String inWords() {
        return words;
    }

    /**
     * Returns where the rule is documented.
     *
     * @return for example {@code findings.md#bulk-read}
     */
    public String documentation() {
        return "findings.md#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
