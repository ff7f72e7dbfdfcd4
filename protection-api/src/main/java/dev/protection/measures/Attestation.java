package dev.protection.measures;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A person's word for what no library can measure, with the document that shows it. It lapses by itself.
 *
 * @param by who attests; a role rather than a name
 * @param document what the document is
 * @param sha256 the document's SHA-256 in lower-case hex, so that it is known again
 * @param from the first day it holds, UTC
 * @param until the last day it holds, UTC
 */
public record Attestation(String by, String document, String sha256, LocalDate from, LocalDate until) {
    /**
     * Checks the parts.
     *
     * @param by who attests
     * @param document the document
     * @param sha256 its hash
     * @param from the first day
     * @param until the last day
     * @throws IllegalArgumentException when it ends before it begins or the hash is none
     */
    public Attestation {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(document, "document");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    /**
     * Judges it on a day.
     *
     * @param day the day, UTC
     * @return {@link MeasureStatus#PLANNED} before it begins, {@link MeasureStatus#STALE} after it ends
     */
    public MeasureStatus on(LocalDate day) {
        if (day.isBefore(from)) {
            return MeasureStatus.PLANNED;
        }
        return day.isAfter(until) ? MeasureStatus.STALE : MeasureStatus.IMPLEMENTED;
    }
}
