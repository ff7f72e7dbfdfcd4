package dev.protection.core.rights;

import dev.protection.rights.Kept;
import dev.protection.rights.RequestPlan.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a job counted so far. Immutable.
 *
 * @param lines what goes, or is copied, by source and dataset
 * @param kept what stays
 */
public record Tally(List<Line> lines, List<Kept> kept) {
    /** Nothing counted. */
    public static final Tally EMPTY = new Tally(List.of(), List.of());

    private static final Comparator<Line> LINES =
            Comparator.comparing(Line::source).thenComparing(Line::dataset);
    private static final Comparator<Kept> KEPT = Comparator.comparing(Kept::dataset)
            .thenComparing(Kept::reason)
            .thenComparing(kept -> kept.fields().toString())
            .thenComparing(kept -> kept.duties().toString());

    /**
     * Counts a record that goes or is copied.
     *
     * @param source the source
     * @param dataset the dataset
     * @param fields its fields
     * @return a tally with it
     */
    public Tally plus(String source, String dataset, SortedSet<String> fields) {
        Line more = new Line(source, dataset, 1, fields);
        List<Line> next = new ArrayList<>();
        for (Line line : lines) {
            if (LINES.compare(line, more) == 0) {
                SortedSet<String> both = new TreeSet<>(line.fields());
                both.addAll(fields);
                more = new Line(source, dataset, line.records() + 1, both);
            } else {
                next.add(line);
            }
        }
        next.add(more);
        next.sort(LINES);
        return new Tally(List.copyOf(next), kept);
    }

    /**
     * Counts what stays.
     *
     * @param stays some record's fields and why
     * @return a tally with it
     */
    public Tally plus(Kept stays) {
        Kept more = stays;
        List<Kept> next = new ArrayList<>();
        for (Kept each : kept) {
            if (KEPT.compare(each, more) == 0) {
                more = new Kept(
                        each.dataset(),
                        each.fields(),
                        each.records() + more.records(),
                        each.reason(),
                        each.duties(),
                        later(each.until(), more.until()));
            } else {
                next.add(each);
            }
        }
        next.add(more);
        next.sort(KEPT);
        return new Tally(lines, List.copyOf(next));
    }

    /**
     * Forgets what sources could not erase, before they try again.
     *
     * @return a tally of the same lines
     */
    public Tally withDutiesOnly() {
        return new Tally(
                lines, kept.stream().filter(each -> !each.duties().isEmpty()).toList());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(one.get().isAfter(other.get()) ? one.get() : other.get());
    }
}
