package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.Place;
import dev.protection.core.rights.RetentionJob;
import dev.protection.core.rights.RetentionJob.Step;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.Cursor;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.Phase;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RecordRule;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Applies an approved retention plan (Art. 5(1)(e) GDPR), as a durable job.
 *
 * <ol>
 *   <li>records: the persons of each page, one after the other under the exclusive lock of the state, unless held,
 *       restricted (Art. 18 GDPR: stored and nothing else) or being erased; each record is decided once more
 *   <li>erasures that had to keep something and whose last duty has ended are finished
 *   <li>audit: what was done is recorded
 * </ol>
 */
final class RetentionRun {
    private final RightsParts parts;
    private final RetentionPlanner planner;
    private final RecordRules rules;
    private final SubjectErasure erasure;
    private final RightsEvents events;

    RetentionRun(
            RightsParts parts,
            RetentionPlanner planner,
            RecordRules rules,
            SubjectErasure erasure,
            RightsEvents events) {
        this.parts = parts;
        this.planner = planner;
        this.rules = rules;
        this.erasure = erasure;
        this.events = events;
    }

    void run(RequestId id) {
        Optional<Job<RetentionJob>> claimed = Job.claim(parts.requests(), parts.clock(), id, RetentionJob.class);
        if (claimed.isPresent()) {
            Job<RetentionJob> job = claimed.get();
            if (!job.content().plan().mapHash().equals(parts.map().hash())) {
                List<String> why = List.of("the declaration changed: plan again");
                job.finish(
                        RequestState.REJECTED, Optional.empty(), job.content().forgotten(why));
                return;
            }
            List<RetentionPlanner.Target> targets = planner.targets();
            while (job.content().step() == Step.RECORDS) {
                records(job, targets);
            }
            if (job.content().step() == Step.ERASURES) {
                finishErasures(job);
            }
            audit(job);
        }
    }

    private void records(Job<RetentionJob> job, List<RetentionPlanner.Target> targets) {
        RetentionJob at = job.content();
        if (at.place().source() >= targets.size()) {
            job.save(at.at(Step.ERASURES, Place.START));
            return;
        }
        RetentionPlanner.Target target = targets.get(at.place().source());
        RecordRule rule = rules.byAge(at.plan().asOf());
        RunContext run = new RunContext(job.id(), RetentionPlanner.PAGE, rule);
        Page<Found> page = target.source()
                .older(
                        target.dataset().name(),
                        target.until(at.plan().asOf()),
                        new Cursor(at.place().cursor()),
                        run);
        page.items().stream()
                .filter(found -> !rule.decide(found).isNothing())
                .map(Found::subject)
                .distinct()
                .forEach(subject -> underLock(target.source(), subject, run));
        job.save(at.at(Step.RECORDS, at.place().after(page.next())));
    }

    /** While the lock is held no hold is placed and no erasure begins. */
    private void underLock(PersonalDataSource source, SubjectRef subject, RunContext run) {
        parts.states().update(subject, state -> {
            boolean free = state.phase() == Phase.ACTIVE
                    && !state.restricted()
                    && planner.held(List.of(subject)).isEmpty();
            Optional<Cursor> cursor = free ? Optional.of(Cursor.START) : Optional.empty();
            while (cursor.isPresent()) {
                Page<RecordOutcome> page = source.erase(subject, cursor.get(), run);
                cursor = page.next();
            }
            return state;
        });
    }

    private void finishErasures(Job<RetentionJob> job) {
        planner.unfinished(parts.clock().instant()).forEach(request -> erasure.run(request.id()));
        job.save(job.content().at(Step.AUDIT, Place.START));
    }

    private void audit(Job<RetentionJob> job) {
        RetentionJob at = job.content();
        events.step(
                job.id() + "/retention",
                AuditEvent.Kind.RETENTION,
                AuditEvent.Outcome.DONE,
                at.who(),
                at.who().tenant(),
                List.of(),
                rows(at.plan().lines().stream()),
                Map.of(
                        "request", job.id().toString(),
                        "plan", at.plan().hash(),
                        "erasures", Long.toString(at.plan().finished())));
        job.finish(RequestState.FULFILLED, Optional.empty(), at);
    }

    private static long rows(Stream<RetentionPlan.Line> lines) {
        return lines.mapToLong(line -> line.removed() + line.cleared()).sum();
    }
}
