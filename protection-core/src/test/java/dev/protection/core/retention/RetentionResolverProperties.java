package dev.protection.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.DataMap;
import dev.protection.DataMapBuilder;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.retention.HoldId;
import dev.protection.retention.RetentionDecision;
import dev.protection.rights.Duty;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The resolver against one that tries every instant that could matter. */
class RetentionResolverProperties {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    /** What decides about one field. */
    record Case(
            List<Period> duties,
            Optional<Period> own,
            Optional<Instant> since,
            List<HoldId> holds,
            Trigger trigger,
            Instant now) {
        Case with(Period more) {
            List<Period> all = new ArrayList<>(duties);
            all.add(more);
            return new Case(all, own, since, holds, trigger, now);
        }

        Case held(List<HoldId> by) {
            return new Case(duties, own, since, by, trigger, now);
        }

        RetentionDecision decided(Random order) {
            List<Purpose> purposes =
                    new ArrayList<>(List.of(Purpose.of("support", LegalBasis.CONTRACT, "name", "location")));
            for (int at = 0; at < duties.size(); at++) {
                purposes.add(Purpose.of("duty" + at, LegalBasis.LEGAL_OBLIGATION, "name")
                        .keepAtLeast("Act " + at, duties.get(at)));
            }
            Collections.shuffle(purposes, order);
            DataMapBuilder map = DataMap.builder().controller("Example Oy", "dpo@example.com");
            purposes.forEach(map::purpose);
            var dataset = Dataset.named("contact")
                    .key("id")
                    .purposes(purposes.stream().map(Purpose::name).toArray(String[]::new))
                    .subject("contact", "id")
                    .tenant("client")
                    .field(Field.sealed("full_name", "name"))
                    .field(Field.plain("city", "location"));
            own.ifPresentOrElse(period -> dataset.eraseAfter("since", period), () -> dataset.since("since"));
            DataMap built = map.dataset(dataset.build()).build();
            Dataset contact = built.dataset("contact").orElseThrow();
            List<HoldId> shuffled = new ArrayList<>(holds);
            Collections.shuffle(shuffled, order);
            return new RetentionResolver(built)
                    .decide(contact, contact.field("full_name").orElseThrow(), since, shuffled, trigger, now);
        }

        /** By the rules as they are written: may it go at this instant? */
        boolean mayGoAt(Instant at) {
            boolean aged = trigger == Trigger.REQUEST
                    || own.filter(period -> isOver(period, at)).isPresent();
            return aged && duties.stream().allMatch(period -> isOver(period, at));
        }

        private boolean isOver(Period period, Instant at) {
            return since.isPresent()
                    && !at.isBefore(
                            since.get().atOffset(ZoneOffset.UTC).plus(period).toInstant());
        }

        /** The first instant from now on, of all at which something could change. */
        Optional<Instant> firstChance() {
            TreeSet<Instant> candidates = new TreeSet<>(List.of(now));
            since.ifPresent(start -> {
                duties.forEach(period -> candidates.add(
                        start.atOffset(ZoneOffset.UTC).plus(period).toInstant()));
                own.ifPresent(period -> candidates.add(
                        start.atOffset(ZoneOffset.UTC).plus(period).toInstant()));
            });
            return candidates.tailSet(now).stream().filter(this::mayGoAt).findFirst();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 40))
                .as(Period::of)
                .filter(period -> !period.isZero());
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(0, 20L * 366 * 24 * 3600).map(FIRST::plusSeconds);
        Arbitrary<HoldId> holds = Arbitraries.longs().map(number -> new HoldId(new UUID(number, number)));
        return Combinators.combine(
                        periods.list().ofMaxSize(4),
                        periods.optional(0.7),
                        instants.optional(0.8),
                        holds.list().uniqueElements().ofMaxSize(3),
                        Arbitraries.of(Trigger.class),
                        instants)
                .as(Case::new);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers().between(1, 4_000).map(Period::ofDays);
    }

    @Property(tries = 2_000)
    void decidesAsTryingEveryInstantDoes(@ForAll("cases") Case given, @ForAll Random order) {
        RetentionDecision decision = given.decided(order);
        if (!given.holds().isEmpty()) {
            assertThat(decision).isInstanceOf(RetentionDecision.Blocked.class);
            assertThat(((RetentionDecision.Blocked) decision).holds())
                    .containsExactlyInAnyOrderElementsOf(given.holds());
            return;
        }
        Optional<Instant> first = given.firstChance();
        if (first.isEmpty()) {
            assertThat(decision).isInstanceOf(RetentionDecision.NeverDue.class);
        } else if (first.get().equals(given.now())) {
            assertThat(decision).isInstanceOf(RetentionDecision.EraseNow.class);
        } else {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            RetentionDecision.KeepUntil.class,
                            keep -> assertThat(keep.until()).isEqualTo(first.get()));
        }
    }

    @Property(tries = 500)
    void theOrderOfDeclarationsAndHoldsDoesNotMatter(@ForAll("cases") Case given, @ForAll Random order) {
        assertThat(given.decided(order)).isEqualTo(given.decided(order)).isEqualTo(given.decided(new Random(1)));
    }

    @Property(tries = 500)
    void anotherDutyOrHoldNeverMakesItGoEarlier(
            @ForAll("cases") Case given, @ForAll("periods") Period more, @ForAll Random order) {
        Case free = given.held(List.of());
        RetentionDecision before = free.decided(order);
        RetentionDecision after = free.with(more).decided(order);
        assertThat(rank(after)).isGreaterThanOrEqualTo(rank(before));
        assertThat(free.held(List.of(new HoldId(new UUID(1, 1)))).decided(order))
                .isInstanceOf(RetentionDecision.Blocked.class);
    }

    /** When it may go, in seconds; never is last. */
    private static long rank(RetentionDecision decision) {
        if (decision instanceof RetentionDecision.EraseNow) {
            return Long.MIN_VALUE;
        }
        return decision instanceof RetentionDecision.KeepUntil keep
                ? keep.until().getEpochSecond()
                : Long.MAX_VALUE;
    }

    @Property(tries = 500)
    void whatKeepsItIsNamedAndStillRunning(@ForAll("cases") Case given, @ForAll Random order) {
        if (given.held(List.of()).decided(order) instanceof RetentionDecision.KeepUntil keep) {
            for (Duty duty : keep.duties()) {
                assertThat(given.mayGoAt(given.now())).isFalse();
                assertThat(given.since()
                                .orElseThrow()
                                .atOffset(ZoneOffset.UTC)
                                .plus(duty.period())
                                .toInstant())
                        .isAfter(given.now());
            }
        }
    }
}
