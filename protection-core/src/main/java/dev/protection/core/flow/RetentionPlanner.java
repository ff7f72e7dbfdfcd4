package dev.protection.core.flow;

import dev.protection.Dataset;
import dev.protection.RetentionRule;
import dev.protection.SubjectRef;
import dev.protection.core.retention.RetentionResolver;
import dev.protection.core.retention.Trigger;
import dev.protection.core.rights.LedgerChain;
import dev.protection.retention.PlacedHold;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.Cursor;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import dev.protection.rights.SubjectState;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what is due by its age, and freezes it into a plan. */
final class RetentionPlanner {
    static final int PAGE = 500;
    private static final int MOST_ERASURES = 10_000;
    private static final BigInteger BOUND = BigInteger.ONE.shiftLeft(256);

    private final RightsParts parts;
    private final RecordRules rules;
    private final RetentionResolver resolver;

    RetentionPlanner(RightsParts parts, RecordRules rules) {
        this.parts = parts;
        this.rules = rules;
        this.resolver = new RetentionResolver(parts.map());
    }

    /** A dataset of a source with a period of its own. */
    record Target(PersonalDataSource source, Dataset dataset, Period period) {
        /** Periods have no exact inverse, so a few days more are asked for and each record is then decided. */
        Instant until(Instant asOf) {
            return asOf.atOffset(ZoneOffset.UTC).minus(period).plusDays(4).toInstant();
        }
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (PersonalDataSource source : parts.sources()) {
            for (String name : source.describe().dated()) {
                Optional<Dataset> dataset = parts.map().dataset(name);
                dataset.flatMap(Dataset::retention)
                        .flatMap(RetentionRule::eraseAfter)
                        .ifPresent(period -> targets.add(new Target(source, dataset.orElseThrow(), period)));
            }
        }
        return targets;
    }

    /** Erasures that had to keep something and may be finished. */
    List<RequestRecord> finishable(Instant asOf) {
        return erasures(asOf)
                .filter(request -> request.state() == RequestState.FULFILLED)
                .toList();
    }

    /** The same, and those that are under way, perhaps cut off. */
    List<RequestRecord> unfinished(Instant asOf) {
        return erasures(asOf).toList();
    }

    private Stream<RequestRecord> erasures(Instant asOf) {
        return parts.requests().due(asOf, MOST_ERASURES).stream()
                .filter(request -> request.kind() == RequestKind.ERASE);
    }

    RetentionPlan plan(Instant asOf) {
        Digest digest = new Digest();
        List<RetentionPlan.Line> lines = new ArrayList<>();
        for (Target target : targets()) {
            Count count = new Count();
            count.undated = target.source()
                    .undated(target.dataset().name(), RunContext.looking(new RequestId(UUID.randomUUID()), PAGE));
            pages(target, asOf, found -> count(target, found, asOf, count, digest));
            if (count.any()) {
                lines.add(line(target, count));
            }
        }
        List<RequestRecord> erasures = finishable(asOf);
        erasures.forEach(request -> digest.add("erasure", request.id().toString()));
        String hash = digest.over(asOf + "\n" + parts.map().hash() + "\n" + lines);
        return new RetentionPlan(asOf, parts.map().hash(), lines, erasures.size(), hash);
    }

    /** Takes the items of each page. */
    interface PageTaker {
        void take(List<Found> page);
    }

    private void pages(Target target, Instant asOf, PageTaker each) {
        RunContext run = RunContext.looking(new RequestId(UUID.randomUUID()), PAGE);
        Optional<Cursor> cursor = Optional.of(Cursor.START);
        while (cursor.isPresent()) {
            Page<Found> page = target.source().older(target.dataset().name(), target.until(asOf), cursor.get(), run);
            each.take(page.items());
            cursor = page.next();
        }
    }

    private void count(Target target, List<Found> page, Instant asOf, Count count, Digest digest) {
        Set<SubjectRef> subjects = page.stream().map(Found::subject).collect(Collectors.toSet());
        Set<SubjectRef> held = held(subjects);
        Map<SubjectRef, SubjectState> states = parts.states().get(subjects);
        for (Found found : page) {
            SubjectState state = states.getOrDefault(found.subject(), SubjectState.active(found.subject()));
            boolean due = isDue(target, found, asOf) && state.phase() == Phase.ACTIVE;
            if (due) {
                RecordRules.Sorted sorted = rules.sort(found, List.of(), Trigger.AGE, asOf);
                count.add(sorted, held.contains(found.subject()) || state.restricted());
                digest.add(
                        found.ref().source(),
                        found.ref().dataset(),
                        found.ref().key(),
                        sorted.gone().toString());
            }
        }
    }

    private static boolean isDue(Target target, Found found, Instant asOf) {
        return found.since()
                .filter(since -> !RetentionResolver.end(since, target.period()).isAfter(asOf))
                .isPresent();
    }

    Set<SubjectRef> held(Collection<SubjectRef> subjects) {
        return parts.holds().inForce(subjects).stream()
                .map(PlacedHold::hold)
                .map(hold -> hold.subject())
                .collect(Collectors.toSet());
    }

    private RetentionPlan.Line line(Target target, Count count) {
        String laws = target.dataset().fields().values().stream()
                .flatMap(field -> resolver.duties(target.dataset(), field).stream())
                .distinct()
                .sorted()
                .map(duty -> "; " + duty.law() + " keeps some fields " + duty.period())
                .collect(Collectors.joining());
        return new RetentionPlan.Line(
                target.source().describe().id(),
                target.dataset().name(),
                "erase-after " + target.period() + laws,
                count.removed,
                count.cleared,
                count.fields,
                count.held,
                count.kept,
                count.undated);
    }

    /** What was counted of one dataset. */
    private static final class Count {
        private long removed;
        private long cleared;
        private long held;
        private long kept;
        private long undated;
        private final SortedSet<String> fields = new TreeSet<>();

        void add(RecordRules.Sorted sorted, boolean isHeld) {
            if (isHeld) {
                held++;
            } else if (sorted.gone().isEmpty()) {
                kept++;
            } else if (sorted.kept().isEmpty()) {
                removed++;
            } else {
                cleared++;
                fields.addAll(sorted.gone());
            }
        }

        boolean any() {
            return removed + cleared + held + kept + undated > 0;
        }
    }

    /** A hash over a set of records in any order: the sum of their hashes. */
    private static final class Digest {
        private BigInteger sum = BigInteger.ZERO;

        void add(String... parts) {
            StringBuilder text = new StringBuilder();
            for (String part : parts) {
                text.append(part.length()).append(':').append(part);
            }
            sum = sum.add(new BigInteger(1, sha256(text.toString()))).mod(BOUND);
        }

        String over(String text) {
            return HexFormat.of().formatHex(sha256(text + "\n" + sum));
        }

        private static byte[] sha256(String text) {
            return LedgerChain.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
