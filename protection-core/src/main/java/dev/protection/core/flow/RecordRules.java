package dev.protection.core.flow;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.core.retention.RetentionResolver;
import dev.protection.core.retention.Trigger;
import dev.protection.retention.HoldId;
import dev.protection.retention.RetentionDecision;
import dev.protection.rights.Duty;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Kept;
import dev.protection.rights.RecordRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns the decisions about the fields of a record into what is done with the record. */
final class RecordRules {
    private static final String DUTY = "DUTY";
    private static final String NEVER_DUE = "DUTY_NEVER_DUE";

    private final DataMap map;
    private final RetentionResolver resolver;

    RecordRules(DataMap map) {
        this.map = map;
        this.resolver = new RetentionResolver(map);
    }

    /** The fields of a record that go, and what stays of it. */
    record Sorted(SortedSet<String> gone, List<Kept> kept) {}

    /** Sorts the fields of a record; of data outside the declaration no law is known that keeps it. */
    Sorted sort(Found found, Collection<HoldId> holds, Trigger trigger, Instant now) {
        Optional<Dataset> dataset = map.dataset(found.ref().dataset());
        if (dataset.isEmpty()) {
            return trigger == Trigger.REQUEST
                    ? new Sorted(found.fields(), List.of())
                    : new Sorted(new TreeSet<>(), List.of());
        }
        SortedSet<String> gone = new TreeSet<>();
        List<Kept> kept = new ArrayList<>();
        for (String name : found.fields()) {
            Optional<RetentionDecision> decision = dataset.get()
                    .field(name)
                    .map(field -> resolver.decide(dataset.get(), field, found.since(), holds, trigger, now));
            if (decision.isEmpty() || decision.get() instanceof RetentionDecision.EraseNow) {
                gone.add(name);
            } else {
                keep(dataset.get(), name, decision.get(), kept);
            }
        }
        return new Sorted(gone, kept);
    }

    private static void keep(Dataset dataset, String field, RetentionDecision decision, List<Kept> kept) {
        if (decision instanceof RetentionDecision.KeepUntil until) {
            merge(dataset, field, DUTY, until.duties(), Optional.of(until.until()), kept);
        } else if (decision instanceof RetentionDecision.NeverDue never) {
            merge(dataset, field, NEVER_DUE, never.duties(), Optional.empty(), kept);
        } else {
            merge(dataset, field, "HOLD", List.of(), Optional.empty(), kept);
        }
    }

    private static void merge(
            Dataset dataset, String field, String reason, List<Duty> duties, Optional<Instant> until, List<Kept> kept) {
        SortedSet<String> fields = new TreeSet<>(List.of(field));
        for (Kept each : kept) {
            if (each.reason().equals(reason)
                    && each.duties().equals(duties)
                    && each.until().equals(until)) {
                fields.addAll(each.fields());
                kept.remove(each);
                break;
            }
        }
        kept.add(new Kept(dataset.name(), fields, 1, reason, duties, until));
    }

    /** What an erasure does: values whose key goes are shredded with it, others cleared; what no law knows is removed. */
    RecordRule onRequest(Collection<String> keptClasses, Instant now) {
        return found -> {
            Optional<Dataset> dataset = map.dataset(found.ref().dataset());
            SortedSet<String> gone =
                    sort(found, List.of(), Trigger.REQUEST, now).gone();
            if (dataset.isEmpty()) {
                return Instruction.REMOVE;
            }
            SortedSet<String> shred = new TreeSet<>();
            SortedSet<String> clear = new TreeSet<>();
            for (String name : gone) {
                boolean shredded = dataset.get()
                        .field(name)
                        .filter(field -> field.encrypt() && !keptClasses.contains(className(dataset.get(), field)))
                        .isPresent();
                (shredded ? shred : clear).add(name);
            }
            return new Instruction(false, shred, clear);
        };
    }

    /** What retention does: a record with nothing left to keep is removed, else it loses what is due. */
    RecordRule byAge(Instant now) {
        return found -> {
            Sorted sorted = sort(found, List.of(), Trigger.AGE, now);
            if (sorted.gone().isEmpty()) {
                return Instruction.NOTHING;
            }
            return sorted.kept().isEmpty()
                    ? Instruction.REMOVE
                    : new Instruction(false, new TreeSet<>(), sorted.gone());
        };
    }

    /** The retention classes with something that stays. */
    List<String> classes(Collection<Kept> kept) {
        SortedSet<String> classes = new TreeSet<>();
        for (Kept each : kept) {
            map.dataset(each.dataset())
                    .ifPresent(dataset -> each.fields().stream()
                            .flatMap(name -> dataset.field(name).stream())
                            .filter(Field::encrypt)
                            .forEach(field -> classes.add(className(dataset, field))));
        }
        return List.copyOf(classes);
    }

    private String className(Dataset dataset, Field field) {
        return map.retentionClass(dataset, field).name();
    }
}
