package dev.protection.anomaly;

/**
 * What is done about a finding: log it, notify somebody, end sessions. Reversible. Called once per episode, by the
 * thread that observed the event, so it hands long work over; when it throws, the failure is logged and the other
 * responses follow.
 */
public interface Response {
    /**
     * Responds to a finding.
     *
     * @param finding new
     */
    void respond(Finding finding);

    /**
     * Undoes the response to a finding that turned out to be nothing.
     *
     * @param finding withdrawn
     */
    void undo(Finding finding);
}
