package dev.protection.core.flow;

import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.core.retention.Trigger;
import dev.protection.core.rights.DoomedKey;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ErasureJob.Step;
import dev.protection.core.rights.Place;
import dev.protection.core.rights.Tally;
import dev.protection.rights.Cursor;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Kept;
import dev.protection.rights.Outcome;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RunContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three passes of an erasure over every source: what is there, its removal, and a second look by another way. */
final class ErasurePasses {
    private static final Logger LOG = LoggerFactory.getLogger(ErasurePasses.class);
    private static final int PAGE = 500;

    private final RightsParts parts;
    private final RecordRules rules;

    ErasurePasses(RightsParts parts, RecordRules rules) {
        this.parts = parts;
        this.rules = rules;
    }

    boolean survey(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        if (at.place().source() == parts.sources().size()) {
            List<String> kept = rules.classes(at.tally().kept());
            job.save(at.surveyed(kept, doomed(subject, kept)).at(Step.ERASE));
            return true;
        }
        Page<Found> page = source(at).locate(subject, cursor(at), RunContext.looking(job.id(), PAGE));
        Tally tally = at.tally();
        for (Found found : page.items()) {
            tally = count(tally, found, rules.sort(found, List.of(), Trigger.REQUEST, at.asOf()));
        }
        job.save(at.at(at.place().after(page.next()), tally));
        return true;
    }

    static Tally count(Tally before, Found found, RecordRules.Sorted sorted) {
        Tally tally = before;
        if (!sorted.gone().isEmpty()) {
            tally = tally.plus(found.ref().source(), found.ref().dataset(), sorted.gone());
        }
        for (Kept kept : sorted.kept()) {
            tally = tally.plus(kept);
        }
        return tally;
    }

    private List<DoomedKey> doomed(SubjectRef subject, List<String> kept) {
        List<DoomedKey> keys = new ArrayList<>();
        parts.keys()
                .keysOf(subject)
                .forEach(key -> key.owner()
                        .map(owner -> owner.retentionClass().name())
                        .filter(name -> !kept.contains(name))
                        .ifPresent(name -> keys.add(new DoomedKey(
                                key.id().toString(),
                                name,
                                key.handle().orElseThrow().toString()))));
        return keys;
    }

    boolean erase(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        if (at.place().source() < parts.sources().size()) {
            job.save(erased(job, subject));
            return true;
        }
        if (at.reasons().isEmpty()) {
            job.save(at.at(Step.KEYS));
            return true;
        }
        job.retry(at.erasingAgain(List.of()).waiting(at.reasons()));
        return false;
    }

    private ErasureJob erased(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = at(job);
        RunContext run = new RunContext(job.id(), PAGE, rules.onRequest(at.keptClasses(), at.asOf()));
        try {
            Page<RecordOutcome> page = source(at).erase(subject, cursor(at), run);
            Tally tally = at.tally();
            for (RecordOutcome outcome : page.items()) {
                tally = outcome.outcome() == Outcome.RETAINED ? tally.plus(retained(outcome)) : tally;
            }
            return at.at(at.place().after(page.next()), tally);
        } catch (RuntimeException e) {
            String id = source(at).describe().id();
            LOG.warn(
                    "Source {} failed in erasure {}; the others go on: {}",
                    id,
                    job.id(),
                    ProtectionException.loggable(e));
            List<String> why = new ArrayList<>(at.reasons());
            why.add("source " + id + " failed");
            return at.at(at.place().after(Optional.empty()), at.tally()).waiting(why);
        }
    }

    /** The reasons of an earlier try do not count against this one. */
    private static ErasureJob at(Job<ErasureJob> job) {
        ErasureJob at = job.content();
        return at.place().equals(Place.START) ? at.waiting(List.of()) : at;
    }

    private static Kept retained(RecordOutcome outcome) {
        return new Kept(
                outcome.ref().dataset(),
                outcome.fields(),
                1,
                outcome.reason().orElseThrow(),
                List.of(),
                Optional.empty());
    }

    boolean verify(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        if (at.place().source() == parts.sources().size()) {
            List<DoomedKey> left = doomed(subject, at.keptClasses());
            List<DoomedKey> all = new ArrayList<>(at.keys());
            all.addAll(left);
            job.save(
                    left.isEmpty()
                            ? at.at(Step.PHASE)
                            : at.surveyed(at.keptClasses(), all).at(Step.KEYS));
            return true;
        }
        RunContext run = new RunContext(job.id(), PAGE, rules.onRequest(at.keptClasses(), at.asOf()));
        Page<Found> page = source(at).verify(subject, cursor(at), run);
        if (page.items().stream().anyMatch(found -> isResidue(found, run, at))) {
            job.retry(at.erasingAgain(List.of("source " + source(at).describe().id() + " has a residue")));
            return false;
        }
        job.save(at.at(at.place().after(page.next()), at.tally()));
        return true;
    }

    private static boolean isResidue(Found found, RunContext run, ErasureJob at) {
        Instruction rule = run.rule().decide(found);
        SortedSet<String> left = new TreeSet<>(rule.remove() ? found.fields() : rule.shred());
        left.addAll(rule.clear());
        at.tally().kept().stream()
                .filter(kept -> kept.duties().isEmpty()
                        && kept.dataset().equals(found.ref().dataset()))
                .forEach(kept -> left.removeAll(kept.fields()));
        return !left.isEmpty();
    }

    private PersonalDataSource source(ErasureJob at) {
        return parts.sources().get(at.place().source());
    }

    private static Cursor cursor(ErasureJob at) {
        return new Cursor(at.place().cursor());
    }
}
