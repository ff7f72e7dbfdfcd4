package dev.protection;

import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * How long rows of a dataset are kept (Art. 5(1)(e) GDPR).
 *
 * @param since the date or timestamp column from which every period counts; NULL there means never due, and is reported
 * @param eraseAfter when rows are erased; empty when only duties to keep count from {@code since}
 */
public record RetentionRule(String since, Optional<Period> eraseAfter) {
    /**
     * Checks the parts.
     *
     * @param since the column
     * @param eraseAfter the period
     */
    public RetentionRule {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(eraseAfter, "eraseAfter");
    }
}
