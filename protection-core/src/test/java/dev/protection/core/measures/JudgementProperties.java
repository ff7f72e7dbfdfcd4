package dev.protection.core.measures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.measures.Assurance;
import dev.protection.measures.Attestation;
import dev.protection.measures.Control;
import dev.protection.measures.Evidence;
import dev.protection.measures.Evidence.Result;
import dev.protection.measures.Measure;
import dev.protection.measures.MeasureStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The status rule, for all evidence, attestations, plans and reviews. */
class JudgementProperties {
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneOffset.UTC);
    private static final String HASH = "0".repeat(64);

    @Property
    void aSentenceIsImplementedOnlyWhenEverythingBehindItIs(@ForAll("backed") Backed backed) {
        Judgement judgement = Judgement.of(backed.measure, backed.evidence, NOON);
        boolean evidenced = backed.evidence.stream().allMatch(each -> each.at(NOON) == MeasureStatus.IMPLEMENTED);
        boolean attested = backed.measure.attestation().stream()
                .allMatch(each -> !TODAY.isBefore(each.from()) && !TODAY.isAfter(each.until()));
        boolean something =
                !backed.evidence.isEmpty() || backed.measure.attestation().isPresent();
        boolean reviewed = backed.measure.review().stream().noneMatch(TODAY::isAfter);
        boolean whole = evidenced
                && attested
                && something
                && reviewed
                && backed.measure.planned().isEmpty()
                && measuredAll(backed);

        assertThat(judgement.status() == MeasureStatus.IMPLEMENTED).isEqualTo(whole);
        assertThat(judgement.reasons().isEmpty()).isEqualTo(whole);
    }

    private static boolean measuredAll(Backed backed) {
        return backed.measure
                .controls()
                .equals(backed.evidence.stream().map(Evidence::control).collect(Collectors.toSet()));
    }

    @Property
    void oneMoreThingBehindASentenceNeverMakesWhatIsWrongRight(
            @ForAll("backed") Backed backed, @ForAll("evidence") Evidence more) {
        MeasureStatus before =
                Judgement.of(backed.measure, backed.evidence, NOON).status();
        List<Evidence> all = new ArrayList<>(backed.evidence);
        all.add(more);
        MeasureStatus after = Judgement.of(backed.measure, all, NOON).status();

        if (before == MeasureStatus.CONTRADICTED || before == MeasureStatus.STALE) {
            assertThat(after).isGreaterThanOrEqualTo(before);
        }
        assertThat(after).isGreaterThanOrEqualTo(more.at(NOON));
    }

    @Property
    void everythingIsStaleOrWorseInTheEnd(@ForAll("backed") Backed backed) {
        MeasureStatus later = Judgement.of(backed.measure, backed.evidence, NOON.plus(Duration.ofDays(4000)))
                .status();

        assertThat(later).isNotIn(MeasureStatus.IMPLEMENTED, MeasureStatus.PARTIALLY_IMPLEMENTED);
    }

    @Provide
    Arbitrary<Backed> backed() {
        Arbitrary<Optional<Attestation>> attestations = Combinators.combine(
                        Arbitraries.integers().between(-30, 30),
                        Arbitraries.integers().between(0, 30))
                .as((from, days) -> new Attestation(
                        "provider", "certificate", HASH, TODAY.plusDays(from), TODAY.plusDays(from + days)))
                .optional(0.5);
        Arbitrary<Optional<LocalDate>> reviews =
                Arbitraries.integers().between(-3, 3).map(TODAY::plusDays).optional(0.5);
        Arbitrary<Set<Control>> controls = Arbitraries.of(Control.class).set().ofMaxSize(3);
        return Combinators.combine(
                        controls,
                        evidence().list().ofMaxSize(3),
                        attestations,
                        Arbitraries.of(Optional.<String>empty(), Optional.of("write it")),
                        reviews)
                .as((named, found, attestation, planned, review) -> new Backed(
                        new Measure("S1", "It is so.", Assurance.GUARANTEE, named, attestation, planned, "dpo", review),
                        found.stream()
                                .filter(each -> named.contains(each.control()))
                                .toList()));
    }

    @Provide
    Arbitrary<Evidence> evidence() {
        return Combinators.combine(
                        Arbitraries.of(Control.class),
                        Arbitraries.of(Result.class),
                        Arbitraries.longs().between(-60, 60))
                .as((control, result, hours) -> new Evidence(
                        "e", control, result, NOON.plus(Duration.ofHours(hours)), Map.of(), "because", HASH));
    }

    record Backed(Measure measure, List<Evidence> evidence) {}
}
