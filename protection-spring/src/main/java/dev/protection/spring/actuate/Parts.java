package dev.protection.spring.actuate;

import dev.protection.core.Protection;
import dev.protection.core.Vitals;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.HealthContributor;

/** The parts of the library that can be down: keys, ledger, log, anchors. */
final class Parts {
    private Parts() {}

    static Map<String, HealthContributor> of(Protection protection) {
        Map<String, HealthContributor> parts = new LinkedHashMap<>();
        if (protection instanceof Vitals.Holder holder) {
            Vitals vitals = holder.vitals();
            parts.put("keys", new PartHealth(() -> vitals.tenantsWithKeys() >= 0, ""));
            parts.put("ledger", new PartHealth(() -> answers(vitals.hasErased()), ""));
            parts.put("log", new PartHealth(() -> vitals.logSize() >= 0, ""));
            parts.put(
                    "anchor",
                    new PartHealth(
                            () -> vitals.anchoredSize() <= vitals.logSize(),
                            "the log is shorter than one of its anchors says"));
        }
        return parts;
    }

    /** Whatever it says. */
    private static boolean answers(boolean ignored) {
        return true;
    }
}
