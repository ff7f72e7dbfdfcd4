package dev.protection.core.measures;

import dev.protection.ProtectionException;
import dev.protection.measures.Control;
import dev.protection.measures.Evidence;
import dev.protection.measures.Measure;
import dev.protection.measures.Measures;
import dev.protection.measures.MeasuresReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the controls that a text names, each once for a report. Safe for use by several threads. */
public final class MeasuresEngine implements Measures {
    private static final Logger LOG = LoggerFactory.getLogger(MeasuresEngine.class);

    /** Measuring takes a while: a report as of the present must not say that all was measured after it. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final List<Measure> text;
    private final MeasuresParts parts;
    private final InstantSource clock;

    /**
     * Makes the engine; nothing is measured yet.
     *
     * @param text the sentences
     * @param parts what is measured
     * @param clock tells when
     */
    public MeasuresEngine(List<Measure> text, MeasuresParts parts, InstantSource clock) {
        this.text = List.copyOf(text);
        this.parts = parts;
        this.clock = clock;
    }

    @Override
    public MeasuresReport report(Instant asOf) {
        Map<Control, Evidence> found = parts.probes().stream()
                .filter(this::named)
                .map(probe -> take(probe, asOf))
                .collect(Collectors.toMap(Evidence::control, Function.identity()));
        return new MeasuresReport(
                asOf,
                Digest.ofText(text),
                text.stream()
                        .map(measure -> sentence(measure, evidence(measure, found), asOf))
                        .toList(),
                parts.standing().get());
    }

    private boolean named(Probe probe) {
        return text.stream().anyMatch(measure -> measure.controls().contains(probe.control()));
    }

    private static Collection<Evidence> evidence(Measure measure, Map<Control, Evidence> found) {
        return measure.controls().stream()
                .flatMap(control -> Optional.ofNullable(found.get(control)).stream())
                .toList();
    }

    private static MeasuresReport.Sentence sentence(Measure measure, Collection<Evidence> evidence, Instant asOf) {
        Judgement judgement = Judgement.of(measure, evidence, asOf);
        return new MeasuresReport.Sentence(
                measure, judgement.status(), judgement.reasons(), List.copyOf(evidence), Claims.in(measure.text()));
    }

    private Evidence take(Probe probe, Instant asOf) {
        Instant now = clock.instant();
        boolean justNow = asOf.isBefore(now) && asOf.plus(JUST_NOW).isAfter(now);
        return Digest.sealed(probe.control(), justNow ? asOf : now, measured(probe));
    }

    private static Probe.Reading measured(Probe probe) {
        try {
            return probe.measure();
        } catch (RuntimeException e) {
            LOG.warn("The control {} could not be measured: {}", probe.control(), ProtectionException.loggable(e));
            return Probe.Reading.fails(
                    Map.of("failure", e.getClass().getSimpleName()),
                    "it could not be measured: what it asks did not answer");
        }
    }
}
