package dev.protection.core.retention;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.Purpose;
import dev.protection.RetentionRule;
import dev.protection.retention.HoldId;
import dev.protection.retention.RetentionDecision;
import dev.protection.rights.Duty;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a field of a record may go. A pure function of its arguments and the declaration.
 *
 * <ol>
 *   <li>A hold blocks, whatever else.
 *   <li>Asked because of its age, a field without a period or without a known start is never due.
 *   <li>Duties whose start is not known never end.
 *   <li>It is kept until the last of its periods ends: those of the duties and, by age, its own.
 * </ol>
 *
 * Periods are added to {@code since} in UTC by the calendar; at the instant they end the field may go.
 */
public final class RetentionResolver {
    private final DataMap map;

    /**
     * Makes a resolver.
     *
     * @param map the declaration
     */
    public RetentionResolver(DataMap map) {
        this.map = map;
    }

    /**
     * Decides.
     *
     * @param dataset a dataset of the declaration
     * @param field one of its fields
     * @param since what the record's periods count from; empty when not known
     * @param holds the holds in force on the person
     * @param trigger why it is asked
     * @param now the time by which it is decided
     * @return the decision, with what it rests on
     */
    public RetentionDecision decide(
            Dataset dataset,
            Field field,
            Optional<Instant> since,
            Collection<HoldId> holds,
            Trigger trigger,
            Instant now) {
        if (!holds.isEmpty()) {
            return new RetentionDecision.Blocked(List.copyOf(holds));
        }
        List<Duty> duties = duties(dataset, field);
        Optional<Period> own =
                trigger == Trigger.AGE ? dataset.retention().flatMap(RetentionRule::eraseAfter) : Optional.empty();
        boolean ageUnknown = trigger == Trigger.AGE && (own.isEmpty() || since.isEmpty());
        if (ageUnknown || (since.isEmpty() && !duties.isEmpty())) {
            return new RetentionDecision.NeverDue(since.isEmpty() ? duties : List.of());
        }
        return since.map(start -> byTime(start, duties, own, now)).orElseGet(RetentionDecision.EraseNow::new);
    }

    private static RetentionDecision byTime(Instant since, List<Duty> duties, Optional<Period> own, Instant now) {
        List<Duty> running = duties.stream()
                .filter(duty -> end(since, duty.period()).isAfter(now))
                .toList();
        List<Period> periods = new ArrayList<>(own.stream().toList());
        running.forEach(duty -> periods.add(duty.period()));
        Instant last = periods.stream()
                .map(period -> end(since, period))
                .max(Instant::compareTo)
                .orElse(since);
        return periods.isEmpty() || !last.isAfter(now)
                ? new RetentionDecision.EraseNow()
                : new RetentionDecision.KeepUntil(last, running);
    }

    /**
     * Returns when a period ends.
     *
     * @param since its start
     * @param period how long
     * @return the same time of day in UTC, that many years, months and days later
     */
    public static Instant end(Instant since, Period period) {
        return since.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    /**
     * Returns the laws that make one keep a field.
     *
     * @param dataset a dataset of the declaration
     * @param field one of its fields
     * @return in order
     */
    public List<Duty> duties(Dataset dataset, Field field) {
        List<Duty> duties = new ArrayList<>();
        for (String name : map.retentionClass(dataset, field).purposes()) {
            Purpose purpose = map.purposes().get(name);
            if (purpose != null) {
                purpose.keepAtLeast()
                        .ifPresent(period ->
                                duties.add(new Duty(name, purpose.law().orElse(name), period)));
            }
        }
        return duties;
    }
}
