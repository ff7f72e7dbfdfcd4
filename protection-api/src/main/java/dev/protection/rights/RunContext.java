package dev.protection.rights;

import java.util.Objects;

/**
 * The run in which a source is called.
 *
 * @param run the request
 * @param pageSize how many records a page should have at the most, at least 1
 * @param rule decides about each record; decides nothing but to leave it where nothing is changed
 */
public record RunContext(RequestId run, int pageSize, RecordRule rule) {
    /**
     * Checks the parts.
     *
     * @param run the request
     * @param pageSize the size of a page
     * @param rule decides
     */
    public RunContext {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(rule, "rule");
        if (pageSize < 1) {
            throw new IllegalArgumentException("a page has at least one record");
        }
    }

    /**
     * Returns a run that changes nothing.
     *
     * @param run the request
     * @param pageSize the size of a page
     * @return the run
     */
    public static RunContext looking(RequestId run, int pageSize) {
        return new RunContext(run, pageSize, found -> Instruction.NOTHING);
    }
}
