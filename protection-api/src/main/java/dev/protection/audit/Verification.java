package dev.protection.audit;

import java.util.List;

/**
 * What verifying a log has found.
 *
 * @param size how many entries the log has
 * @param problems what is wrong, one sentence each; empty for a log that is whole
 * @param anchors how many anchors were compared
 */
public record Verification(long size, List<String> problems, int anchors) {
    /**
     * Copies the parts.
     *
     * @param size how many entries
     * @param problems what is wrong
     * @param anchors how many anchors
     */
    public Verification {
        problems = List.copyOf(problems);
    }

    /**
     * Tells whether the log is whole.
     *
     * @return true when nothing is wrong
     */
    public boolean isWhole() {
        return problems.isEmpty();
    }
}
