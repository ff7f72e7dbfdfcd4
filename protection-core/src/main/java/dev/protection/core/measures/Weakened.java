package dev.protection.core.measures;

import dev.protection.StandingFinding;
import dev.protection.measures.Control;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A control that is weaker for as long as certain standing findings stand. */
record Weakened(Probe probe, Supplier<List<StandingFinding>> standing) implements Probe {
    private static final Map<String, List<Control>> BY_FINDING = Map.of(
            "DEVELOPMENT_PROFILE", List.of(Control.KEY_MANAGEMENT),
            "ROOT_KEY_DEFAULTED", List.of(Control.KEY_MANAGEMENT),
            "ROOT_KEY_IN_FILE", List.of(Control.KEY_MANAGEMENT),
            "KEYS_WITH_DATA", List.of(Control.KEY_MANAGEMENT),
            "PASSWORD_IN_FILE", List.of(Control.ACCESS_CONTROL),
            "LEDGER_WITH_DATA", List.of(Control.ERASURE),
            "ANCHOR_LOCAL", List.of(Control.AUDIT_LOG),
            "SPECIAL_CATEGORY_PLAIN", List.of(Control.ENCRYPTION),
            "FIXED_CONTEXT", List.of(Control.PURPOSE_LIMITATION, Control.ACCESS_CONTROL));

    @Override
    public Control control() {
        return probe.control();
    }

    @Override
    public Reading measure() {
        String codes = standing.get().stream()
                .map(StandingFinding::code)
                .filter(code -> BY_FINDING.getOrDefault(code, List.of()).contains(control()))
                .distinct()
                .collect(Collectors.joining(", "));
        Reading reading = probe.measure();
        return codes.isEmpty() ? reading : reading.weakened("standing findings: " + codes);
    }
}
