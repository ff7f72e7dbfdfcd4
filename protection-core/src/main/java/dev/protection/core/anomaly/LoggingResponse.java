package dev.protection.core.anomaly;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes findings to the log {@code dev.protection.anomaly}; without the account's id, which the finding itself has. */
public final class LoggingResponse implements Response {
    private static final Logger LOG = LoggerFactory.getLogger("dev.protection.anomaly");

    /** Makes the response. */
    public LoggingResponse() {
        // Nothing to prepare.
    }

    @Override
    public void respond(Finding finding) {
        LOG.warn(
                "finding {} {} in tenant {}: {}. Seen: {}. Normal: {}. See {}",
                finding.id(),
                finding.rule(),
                finding.tenant(),
                finding.rule().inWords(),
                finding.facts(),
                finding.normal(),
                finding.rule().documentation());
    }

    @Override
    public void undo(Finding finding) {
        LOG.info("finding {} {} in tenant {} is withdrawn", finding.id(), finding.rule(), finding.tenant());
    }
}
