package dev.protection.core.measures;

import dev.protection.anomaly.FindingQuery;
import dev.protection.anomaly.FindingStore;
import dev.protection.audit.AuditLog;
import dev.protection.audit.Verification;
import dev.protection.encryption.WrappedKeyStore;
import dev.protection.measures.Control;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Ask the stores. */
final class StoreProbes {
    private StoreProbes() {}

    static List<Probe> all(WrappedKeyStore keys, AuditLog log, FindingStore findings) {
        return List.of(
                new Asked(Control.KEY_MANAGEMENT, () -> keys(keys)),
                new Asked(Control.AUDIT_LOG, () -> log(log)),
                new Asked(Control.ANOMALY_DETECTION, () -> findings(findings)));
    }

    /** A control whose store is asked. */
    private record Asked(Control control, Supplier<Probe.Reading> question) implements Probe {
        @Override
        public Reading measure() {
            return question.get();
        }
    }

    private static Probe.Reading keys(WrappedKeyStore keys) {
        return Probe.Reading.holds(
                Map.of("tenants-with-keys", Integer.toString(keys.tenants().size())));
    }

    private static Probe.Reading log(AuditLog log) {
        Verification found = log.verify();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("entries", Long.toString(found.size()));
        facts.put("anchors", Integer.toString(found.anchors()));
        if (!found.isWhole()) {
            facts.put("problems", Integer.toString(found.problems().size()));
            return Probe.Reading.fails(facts, "the log does not verify");
        }
        Probe.Reading whole = Probe.Reading.holds(facts);
        return found.anchors() == 0 ? whole.weakened("no anchor holds the log's head elsewhere") : whole;
    }

    private static Probe.Reading findings(FindingStore findings) {
        return Probe.Reading.holds(Map.of(
                "findings-kept",
                Integer.toString(findings.find(FindingQuery.all()).size())));
    }
}
