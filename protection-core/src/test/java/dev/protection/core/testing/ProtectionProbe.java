package dev.protection.core.testing;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingRule;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import java.util.List;

/** What a test may ask of a protection: events that were recorded and findings that were made. */
public final class ProtectionProbe {
    private final Protection protection;

    ProtectionProbe(Protection protection) {
        this.protection = protection;
    }

    /**
     * Returns the recorded events of a kind.
     *
     * @param kind the kind
     * @return in the order of the log
     */
    public List<AuditEvent> events(AuditEvent.Kind kind) {
        return protection.audit().find(AuditQuery.ALL.kinds(kind));
    }

    /**
     * Asserts that exactly one event of a kind was recorded as done.
     *
     * @param kind the kind
     * @return the event
     */
    public AuditEvent assertRecordedOnce(AuditEvent.Kind kind) {
        List<AuditEvent> done =
                protection.audit().find(AuditQuery.ALL.kinds(kind).outcome(AuditEvent.Outcome.DONE));
        return only(done, "events of kind " + kind + " that are done");
    }

    /**
     * Asserts that something was refused with a code, and recorded so.
     *
     * @param code the stable code of the refusal
     * @return the first such event
     */
    public AuditEvent assertRefused(String code) {
        List<AuditEvent> refused = protection.audit().find(AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED));
        return refused.stream()
                .filter(event -> code.equals(event.facts().get("code")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no refusal " + code + " was recorded, but "
                        + refused.stream()
                                .map(event -> event.facts().get("code"))
                                .toList()));
    }

    /** Asserts that nothing was recorded as refused. */
    public void assertNothingRefused() {
        List<AuditEvent> refused = protection.audit().find(AuditQuery.ALL.outcome(AuditEvent.Outcome.REFUSED));
        if (!refused.isEmpty()) {
            throw new AssertionError("refused was "
                    + refused.stream().map(event -> event.facts().get("code")).toList());
        }
    }

    /**
     * Asserts that a rule made exactly one finding.
     *
     * @param rule the rule
     * @return the finding
     */
    public Finding assertFound(FindingRule rule) {
        return only(
                findings().stream().filter(finding -> finding.rule() == rule).toList(), "findings of rule " + rule);
    }

    /** Asserts that there is no finding. */
    public void assertNoFindings() {
        if (!findings().isEmpty()) {
            throw new AssertionError(
                    "found was " + findings().stream().map(Finding::rule).toList());
        }
    }

    private List<Finding> findings() {
        return protection.anomaly().findings(FindingQuery.all());
    }

    private static <T> T only(List<T> found, String what) {
        if (found.size() != 1) {
            throw new AssertionError("there are " + found.size() + " " + what + ", not one");
        }
        return found.get(0);
    }
}
