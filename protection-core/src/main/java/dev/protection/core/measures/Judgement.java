package dev.protection.core.measures;

import dev.protection.measures.Attestation;
import dev.protection.measures.Control;
import dev.protection.measures.Evidence;
import dev.protection.measures.Measure;
import dev.protection.measures.MeasureStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The status rule: a sentence is as good as the worst of what backs it. */
record Judgement(MeasureStatus status, List<String> reasons) {
    static Judgement of(Measure measure, Collection<Evidence> evidence, Instant asOf) {
        Parts parts = new Parts();
        evidence.forEach(each -> parts.evidence(each, asOf));
        Set<Control> measured = evidence.stream()
                .map(Evidence::control)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Control.class)));
        measure.controls().stream()
                .filter(control -> !measured.contains(control))
                .forEach(control -> parts.add(MeasureStatus.PLANNED, words(control) + ": not measured"));
        LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        measure.attestation().ifPresent(attestation -> parts.attestation(attestation, day));
        measure.planned().ifPresent(todo -> parts.add(MeasureStatus.PLANNED, "still to be done: " + todo));
        measure.review()
                .filter(day::isAfter)
                .ifPresent(due -> parts.add(MeasureStatus.STALE, "its review was due on " + due));
        if (parts.statuses.isEmpty()) {
            parts.add(MeasureStatus.PLANNED, "nothing backs it yet");
        }
        return new Judgement(MeasureStatus.worst(parts.statuses), parts.reasons);
    }

    private static String words(Control control) {
        return control.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What is found one by one. */
    private static final class Parts {
        private final List<MeasureStatus> statuses = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        void add(MeasureStatus status, String reason) {
            statuses.add(status);
            if (status != MeasureStatus.IMPLEMENTED) {
                reasons.add(reason);
            }
        }

        void evidence(Evidence evidence, Instant asOf) {
            MeasureStatus status = evidence.at(asOf);
            boolean itself = status == evidence.result().status();
            add(status, words(evidence.control()) + ": " + (itself ? evidence.reason() : lapsed(status)));
        }

        void attestation(Attestation attestation, LocalDate day) {
            MeasureStatus status = attestation.on(day);
            String since = status == MeasureStatus.STALE
                    ? "lapsed on " + attestation.until()
                    : "holds only from " + attestation.from();
            add(status, attestation.document() + " " + since);
        }

        private static String lapsed(MeasureStatus status) {
            return status == MeasureStatus.STALE ? "measured too long ago" : "measured only later";
        }
    }
}
