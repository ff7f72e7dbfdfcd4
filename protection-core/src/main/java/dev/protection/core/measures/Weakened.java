package dev.protection.core.measures;

import dev.protection.StandingFinding;
import dev.protection.measures.Control;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A control that is weaker for as long as certain standing findings stand. */
record Weakened(Probe probe, Supplier<List<StandingFinding>> standing) implements Probe {
    /** What a way to the data past the library makes untrue of it. */
    private static final List<Control> PAST = List.of(
            Control.ENCRYPTION,
            Control.ACCESS_CONTROL,
            Control.TENANT_SEPARATION,
            Control.PURPOSE_LIMITATION,
            Control.AUDIT_LOG);

    private static final Map<String, List<Control>> BY_FINDING = Map.ofEntries(
            Map.entry("DEVELOPMENT_PROFILE", List.of(Control.KEY_MANAGEMENT)),
            Map.entry("ROOT_KEY_DEFAULTED", List.of(Control.KEY_MANAGEMENT)),
            Map.entry("ROOT_KEY_IN_FILE", List.of(Control.KEY_MANAGEMENT)),
            Map.entry("KEYS_WITH_DATA", List.of(Control.KEY_MANAGEMENT)),
            Map.entry("PASSWORD_IN_FILE", List.of(Control.ACCESS_CONTROL)),
            Map.entry("LEDGER_WITH_DATA", List.of(Control.ERASURE)),
            Map.entry("ANCHOR_LOCAL", List.of(Control.AUDIT_LOG)),
            Map.entry("SPECIAL_CATEGORY_PLAIN", List.of(Control.ENCRYPTION)),
            Map.entry("FIXED_CONTEXT", List.of(Control.PURPOSE_LIMITATION, Control.ACCESS_CONTROL)),
            Map.entry("DATA_SOURCE_UNPROTECTED", PAST),
            Map.entry("R2DBC_UNPROTECTED", PAST),
            Map.entry("MIGRATION_UNPROTECTED", PAST));

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
