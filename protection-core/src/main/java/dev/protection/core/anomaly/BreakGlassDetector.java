package dev.protection.core.anomaly;

import dev.protection.anomaly.FindingRule;
import dev.protection.anomaly.SecurityEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The glass was broken: one is enough. */
final class BreakGlassDetector implements Detector {
    @Override
    public void observe(SecurityEvent event, Instant at, Collection<Signal> signals) {
        if (event instanceof SecurityEvent.GlassBroken broken) {
            signals.add(new Signal(
                    FindingRule.BREAK_GLASS,
                    broken.tenant(),
                    broken.actor(),
                    Map.of("emergency", broken.emergency()),
                    "nobody breaks the glass"));
        }
    }
}
