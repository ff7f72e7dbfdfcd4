package dev.protection.core.anomaly;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingStore;
import dev.protection.anomaly.Response;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows a finding: it is stored and responded to. Whoever reported the event does not suffer from a store or a
 * response that fails.
 *
 * @param store where findings are kept
 * @param responses what is done
 */
record Aftermath(FindingStore store, List<Response> responses) {
    private static final Logger LOG = LoggerFactory.getLogger(AnomalyEngine.class);

    void take(Finding finding) {
        attempt("storing", finding, store::put);
        if (finding.count() == 1 && finding.withdrawn().isEmpty()) {
            responses.forEach(response -> attempt("responding to", finding, response::respond));
        }
    }

    /** Stores a withdrawn finding; here a store that fails is the caller's to know. */
    void undo(Finding withdrawn) {
        store.put(withdrawn);
        responses.forEach(response -> attempt("undoing the response to", withdrawn, response::undo));
    }

    private static void attempt(String what, Finding finding, Consumer<Finding> step) {
        try {
            step.accept(finding);
        } catch (RuntimeException failed) {
            LOG.error("{} finding {} ({}) failed", what, finding.id(), finding.rule(), failed);
        }
    }
}
