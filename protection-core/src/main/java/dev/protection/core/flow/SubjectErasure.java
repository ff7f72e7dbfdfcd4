package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ErasureJob.Step;
import dev.protection.core.rights.JobContent;
import dev.protection.encryption.KeyId;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final RightsParts parts;
    private final ErasurePasses passes;
    private final ErasureRecord record;

    SubjectErasure(RightsParts parts, RecordRules rules, RightsEvents events) {
        this.parts = parts;
        this.passes = new ErasurePasses(parts, rules);
        this.record = new ErasureRecord(parts, events);
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
            case BEGIN -> record.begin(job, subject);
            case SURVEY -> passes.survey(job, subject);
            case ERASE -> passes.erase(job, subject);
            case KEYS -> keys(job);
            case VERIFY -> passes.verify(job, subject);
            case PHASE -> phase(job, subject);
            case AUDIT -> record.audit(job, subject);
            case COMPLETE -> record.complete(job, subject);
            case RECEIPT -> record.receipt(job, subject);
            case DONE -> false;
        };
    }

    private boolean gate(Job<ErasureJob> job, SubjectRef subject) {
        List<PlacedHold> holds = new ArrayList<>();
        parts.states().update(subject, state -> {
            holds.clear(); // the update may be tried again
            holds.addAll(parts.holds().inForce(List.of(subject)));
            boolean stays = !holds.isEmpty() || state.phase() == Phase.ERASED;
            return stays ? state : state.withPhase(Phase.ERASING);
        });
        if (holds.isEmpty()) {
            job.save(job.content().begun(parts.clock().instant()));
            return true;
        }
        List<String> why = holds.stream()
                .map(held -> "hold " + held.id() + " of matter " + held.hold().matter())
                .toList();
        job.retry(job.content().waiting(why));
        return false;
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

    private boolean phase(Job<ErasureJob> job, SubjectRef subject) {
        Phase reached = ErasureRecord.reached(job);
        parts.states().update(subject, state -> state.phase() == Phase.ERASED ? state : state.withPhase(reached));
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
}
