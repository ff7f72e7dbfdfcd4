package dev.protection.core.flow;

import dev.protection.ProtectionException;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.retention.Trigger;
import dev.protection.core.rights.DoomedKey;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ErasureJob.Step;
import dev.protection.core.rights.JobContent;
import dev.protection.core.rights.Place;
import dev.protection.core.rights.Tally;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.Cursor;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Found;
import dev.protection.rights.Instruction;
import dev.protection.rights.Kept;
import dev.protection.rights.Outcome;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.Phase;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import dev.protection.rights.SubjectState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The erasure of a person (Art. 17 GDPR), as a durable job. Killed at any point and begun again it ends where it would
 * have ended: each step may be done twice, and the next one begins only once the step is committed.
 *
 * <ol>
 *   <li>gate: under the person's exclusive lock, a legal hold stops it; else the phase becomes {@code ERASING}
 *   <li>begin: the ledger knows of it before anything is destroyed
 *   <li>survey: every source is counted; what a law keeps is listed with its law
 *   <li>erase: every source; one that fails does not stop the others
 *   <li>keys: those of every retention class of which nothing is kept
 *   <li>verify: every source once more, by another way; and the key store
 *   <li>phase: {@code KEPT}, or the tombstone {@code ERASED}, and nothing of the person stays
 *   <li>audit: recorded
 *   <li>complete: the ledger knows the keys
 *   <li>receipt: signed. When a duty ends later, another round begins at the gate
 * </ol>
 */
final class SubjectErasure {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectErasure.class);
    private static final int PAGE = 500;

    /** How long until a hold or a failed source is looked at again, though a release goes on at once. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final RightsParts parts;
    private final RecordRules rules;
    private final RightsEvents events;

    SubjectErasure(RightsParts parts, RecordRules rules, RightsEvents events) {
        this.parts = parts;
        this.rules = rules;
        this.events = events;
    }

    /** Carries an erasure on as far as it goes now. */
    void run(RequestId id) {
        Optional<Job<ErasureJob>> claimed = Job.claim(parts.requests(), parts.clock(), id, ErasureJob.class);
        if (claimed.isPresent()) {
            Job<ErasureJob> job = claimed.get();
            if (job.content().step() == Step.DONE) {
                job.save(job.content().nextRound(parts.clock().instant()));
            }
            while (step(job)) {
                LOG.debug("Erasure {} has come to {}.", id, job.content().step());
            }
        }
    }

    private boolean step(Job<ErasureJob> job) {
        SubjectRef subject = job.content().subject().orElseThrow();
        return switch (job.content().step()) {
            case GATE -> gate(job, subject);
            case BEGIN -> begin(job, subject);
            case SURVEY -> survey(job, subject);
            case ERASE -> erase(job, subject);
            case KEYS -> keys(job);
            case VERIFY -> verify(job, subject);
            case PHASE -> phase(job, subject);
            case AUDIT -> audit(job, subject);
            case COMPLETE -> complete(job, subject);
            case RECEIPT -> receipt(job, subject);
            case DONE -> false;
        };
    }

    private boolean gate(Job<ErasureJob> job, SubjectRef subject) {
        List<PlacedHold> holds = new ArrayList<>();
        parts.states().update(subject, state -> {
            holds.clear(); // the update may be tried again
            holds.addAll(parts.holds().inForce(List.of(subject)));
            boolean stays = !holds.isEmpty() || state.phase() == Phase.ERASED;
            return stays ? state : new SubjectState(subject, Phase.ERASING, state.restricted(), state.holds());
        });
        if (holds.isEmpty()) {
            job.save(job.content().begun(parts.clock().instant()));
            return true;
        }
        List<String> why = holds.stream()
                .map(held -> "hold " + held.id() + " of matter " + held.hold().matter())
                .toList();
        delay(job, job.content().waiting(why));
        return false;
    }

    private boolean begin(Job<ErasureJob> job, SubjectRef subject) {
        parts.ledger().append(entry(job, "begin"), parts.clock().instant(), facts("begin", subject));
        job.save(job.content().at(Step.SURVEY));
        return true;
    }

    private boolean survey(Job<ErasureJob> job, SubjectRef subject) {
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

    private boolean erase(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        if (at.place().source() < parts.sources().size()) {
            job.save(erased(job, subject));
            return true;
        }
        if (at.reasons().isEmpty()) {
            job.save(at.at(Step.KEYS));
            return true;
        }
        delay(job, at.erasingAgain(List.of()).waiting(at.reasons()));
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

    private boolean keys(Job<ErasureJob> job) {
        ErasureJob at = job.content();
        parts.keys()
                .destroy(at.keys().stream()
                        .map(key -> new KeyId(Long.parseUnsignedLong(key.id(), 16)))
                        .toList());
        job.save(at.at(Step.VERIFY));
        return true;
    }

    private boolean verify(Job<ErasureJob> job, SubjectRef subject) {
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
            delay(job, at.erasingAgain(List.of("source " + source(at).describe().id() + " has a residue")));
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

    private boolean phase(Job<ErasureJob> job, SubjectRef subject) {
        Phase reached = reached(job);
        parts.states()
                .update(
                        subject,
                        state -> state.phase() == Phase.ERASED
                                ? state
                                : new SubjectState(subject, reached, state.restricted(), state.holds()));
        if (reached == Phase.ERASED) {
            parts.holds().forget(subject);
            parts.requests().ofSubject(parts.hash().hex(subject)).stream()
                    .filter(other -> !other.id().equals(job.id()))
                    .forEach(this::forget);
        }
        job.save(job.content().at(Step.AUDIT));
        return true;
    }

    /** Other requests of the person end with the person. */
    private void forget(RequestRecord other) {
        Job<JobContent> job = Job.of(parts.requests(), parts.clock(), other, JobContent.class);
        RequestState state = other.state() == RequestState.FULFILLED ? other.state() : RequestState.REJECTED;
        job.finish(state, Optional.empty(), job.content().forgotten(List.of("the person was erased")));
    }

    private boolean audit(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        List<KeyHandle> handles =
                at.keys().stream().map(key -> KeyHandle.parse(key.handle())).toList();
        events.step(
                entry(job, "audit"),
                AuditEvent.Kind.ERASURE,
                AuditEvent.Outcome.DONE,
                at.who(),
                subject.tenant(),
                handles,
                records(at),
                Map.of(
                        "request", job.id().toString(),
                        "phase", reached(job).name(),
                        "keys", Integer.toString(handles.size())));
        job.save(at.at(Step.COMPLETE));
        return true;
    }

    private boolean complete(Job<ErasureJob> job, SubjectRef subject) {
        Map<String, Object> facts = facts("complete", subject);
        facts.put("phase", reached(job).name());
        facts.put("records", records(job.content()));
        facts.put("keys", job.content().keys().stream().map(DoomedKey::id).toList());
        facts.put("asOf", job.content().asOf().toString());
        parts.ledger().append(entry(job, "complete"), parts.clock().instant(), facts);
        parts.guard().compare();
        job.save(job.content().at(Step.RECEIPT));
        return true;
    }

    private boolean receipt(Job<ErasureJob> job, SubjectRef subject) {
        ErasureJob at = job.content();
        boolean over = reached(job) == Phase.ERASED;
        String line =
                parts.ledger().append(entry(job, "complete"), parts.clock().instant(), facts("complete", subject));
        ErasureReceipt receipt = parts.receipts()
                .sign(job.id(), parts.clock().instant(), parts.hash().hex(subject), at, line);
        ErasureJob done = at.done(receipt, over);
        if (over) {
            job.finish(RequestState.FULFILLED, Optional.empty(), done);
        } else {
            job.delay(RequestState.FULFILLED, done.reviewAt(), done);
        }
        return false;
    }

    private static Phase reached(Job<ErasureJob> job) {
        return job.content().tally().kept().isEmpty() ? Phase.ERASED : Phase.KEPT;
    }

    private static long records(ErasureJob at) {
        return at.tally().lines().stream().mapToLong(line -> line.records()).sum();
    }

    private Map<String, Object> facts(String type, SubjectRef subject) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", type);
        facts.put("subject", parts.hash().hex(subject));
        facts.put("hash", parts.hash().fingerprint());
        return facts;
    }

    private static String entry(Job<ErasureJob> job, String type) {
        return job.id() + "/" + job.content().round() + "/" + type;
    }

    private void delay(Job<ErasureJob> job, ErasureJob next) {
        job.delay(
                RequestState.ACTION_DELAYED, Optional.of(parts.clock().instant().plus(RETRY)), next);
    }

    private PersonalDataSource source(ErasureJob at) {
        return parts.sources().get(at.place().source());
    }

    private static Cursor cursor(ErasureJob at) {
        return new Cursor(at.place().cursor());
    }
}
