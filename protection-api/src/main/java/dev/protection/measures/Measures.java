package dev.protection.measures;

import java.time.Instant;

/**
 * The declared text of measures, printed again with the evidence behind each sentence (Art. 5(2), 32(1)(d) GDPR).
 *
 * <p>Safe for use by several threads.
 */
public interface Measures {
    /**
     * Measures every control the text names, and says of each sentence what that evidence makes of it.
     *
     * <p>Controls are measured when this is called. An {@code asOf} in the future shows what will have lapsed by then; in
     * the past, evidence taken later does not count; less than a minute ago is now.
     *
     * @param asOf the moment that windows, attestations and reviews are judged at
     * @return every sentence in the order of the text; a control that cannot be measured now counts against its sentences
     *     and is never an exception
     */
    MeasuresReport report(Instant asOf);
}
