package dev.protection.measures;

import dev.protection.StandingFinding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The text with its evidence. Immutable, and free of personal data.
 *
 * @param asOf the moment it speaks of
 * @param textHash SHA-256 over the text as declared, in lower-case hex: which text bound whom on that day
 * @param sentences every sentence, in the order of the text; empty when no text is declared
 * @param findings what is weaker than it should be for as long as the configuration stays so
 */
public record MeasuresReport(Instant asOf, String textHash, List<Sentence> sentences, List<StandingFinding> findings) {
    /**
     * Copies the parts.
     *
     * @param asOf the moment
     * @param textHash the text's hash
     * @param sentences the sentences
     * @param findings the findings
     */
    public MeasuresReport {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(textHash, "textHash");
        sentences = List.copyOf(sentences);
        findings = List.copyOf(findings);
    }

    /**
     * Counts the sentences of a status.
     *
     * @param status which
     * @return how many, at least 0
     */
    public long count(MeasureStatus status) {
        return sentences.stream()
                .filter(sentence -> sentence.status() == status)
                .count();
    }

    /**
     * One sentence, judged.
     *
     * @param measure the sentence
     * @param status the worst of its parts
     * @param reasons why it is not better, in words; empty for one that is implemented
     * @param evidence what its controls' measurements found
     * @param claims words of the text that nothing can back, with what to write instead
     */
    public record Sentence(
            Measure measure, MeasureStatus status, List<String> reasons, List<Evidence> evidence, List<String> claims) {
        /**
         * Copies the parts.
         *
         * @param measure the sentence
         * @param status its status
         * @param reasons why
         * @param evidence the evidence
         * @param claims the claims
         */
        public Sentence {
            Objects.requireNonNull(measure, "measure");
            Objects.requireNonNull(status, "status");
            reasons = List.copyOf(reasons);
            evidence = List.copyOf(evidence);
            claims = List.copyOf(claims);
        }
    }
}
