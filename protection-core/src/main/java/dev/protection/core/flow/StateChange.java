package dev.protection.core.flow;

import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.StateJob;
import dev.protection.core.rights.StateJob.Step;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import dev.protection.rights.SubjectState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Restrictions (Art. 18 GDPR), objections (Art. 21) and consents (Art. 7), as durable jobs. Killed at any point and begun again they end
 * where they would have ended.
 *
 * <ol>
 *   <li>change: the person's state, under its exclusive lock; from now on reads leave the person out and writes are
 *       refused
 *   <li>record: the ledger's line, so that a restored backup is brought to respect it again; and the audit event; then
 *       the sources are told
 *   <li>decision: an objection that is not to direct marketing waits for somebody to uphold it, or to record the
 *       compelling grounds that override it
 *   <li>revert: an overridden objection ends, with a line and a record of its own
 * </ol>
 */
final class StateChange {
    private final RightsParts parts;
    private final RightsEvents events;
    private final ConsentChange consents;

    StateChange(RightsParts parts, ConsentChange consents, RightsEvents events) {
        this.parts = parts;
        this.consents = consents;
        this.events = events;
    }

    /** Whether what a request does ends a restriction or an objection. */
    static boolean ends(RequestKind kind) {
        return kind == RequestKind.LIFT_RESTRICTION || kind == RequestKind.WITHDRAW_OBJECTION;
    }

    static boolean concerns(RequestKind kind) {
        return ends(kind) || kind == RequestKind.RESTRICT || kind == RequestKind.OBJECT || ConsentChange.concerns(kind);
    }

    /** Carries a change on as far as it goes now. */
    void run(RequestId id) {
        Optional<Job<StateJob>> claimed = Job.claim(parts.requests(), parts.clock(), id, StateJob.class);
        claimed.ifPresent(job -> {
            SubjectRef subject = job.content().subject().orElseThrow();
            while (step(job, subject)) {
                // the next one follows from what was saved
            }
        });
    }

    private boolean step(Job<StateJob> job, SubjectRef subject) {
        boolean ends = ends(job.record().kind());
        return switch (job.content().step()) {
            case CHANGE -> change(job, subject, !ends, Step.RECORD);
            case RECORD -> recorded(job, subject, ends);
            case DECISION -> end(job, RequestState.FULFILLED);
            case REVERT -> change(job, subject, false, Step.REVERT_RECORD);
            case REVERT_RECORD -> reverted(job, subject);
            case DONE -> false;
        };
    }

    private boolean change(Job<StateJob> job, SubjectRef subject, boolean withheld, Step next) {
        Optional<String> purpose = job.content().purpose();
        if (ConsentChange.concerns(job.record().kind())) {
            consents.apply(job, subject);
        } else {
            parts.states().update(subject, state -> changed(state, purpose, withheld));
        }
        job.save(job.content().at(next));
        return true;
    }

    /** The state with a restriction, or an objection to a purpose, begun or ended; who was erased has none. */
    static SubjectState changed(SubjectState state, Optional<String> purpose, boolean withheld) {
        if (state.phase() == Phase.ERASED) {
            return state;
        }
        return purpose.map(to -> state.withObjection(to, withheld)).orElseGet(() -> state.withRestricted(withheld));
    }

    private boolean recorded(Job<StateJob> job, SubjectRef subject, boolean ends) {
        record(job, subject, ends);
        tell(parts, subject, job.id());
        if (ends) {
            endOpposite(job, subject);
        }
        boolean waits = job.record().kind() == RequestKind.OBJECT && !isAbsolute(job.content());
        if (waits) {
            job.delay(
                    RequestState.REQUIRES_ACTION,
                    Optional.empty(),
                    job.content().at(Step.DECISION));
        }
        return !waits && end(job, RequestState.FULFILLED);
    }

    /** Has every source know what holds now; one that fails is told again, since the step is then done again. */
    static void tell(RightsParts parts, SubjectRef subject, RequestId run) {
        SubjectState now =
                parts.states().get(List.of(subject)).values().iterator().next();
        RunContext looking = RunContext.looking(run, 1);
        parts.sources().forEach(source -> source.restrict(now, looking));
    }

    /** What a person takes back needs no decision any more. */
    private void endOpposite(Job<StateJob> job, SubjectRef subject) {
        parts.requests().ofSubject(parts.hash().hex(subject)).stream()
                .filter(other -> other.kind() == RequestKind.OBJECT)
                .map(other -> Job.of(parts.requests(), parts.clock(), other, StateJob.class))
                .filter(other -> other.content().step() == Step.DECISION
                        && other.content().purpose().equals(job.content().purpose()))
                .forEach(other -> other.finish(
                        RequestState.REJECTED,
                        Optional.empty(),
                        other.content().forgotten(List.of("the person withdrew the objection"))));
    }

    private boolean reverted(Job<StateJob> job, SubjectRef subject) {
        record(job, subject, true);
        tell(parts, subject, job.id());
        return end(job, RequestState.REJECTED);
    }

    private static boolean end(Job<StateJob> job, RequestState state) {
        job.finish(state, Optional.empty(), job.content().done());
        return false;
    }

    /** To direct marketing an objection is absolute (Art. 21(3)). */
    private boolean isAbsolute(StateJob job) {
        return job.purpose()
                .flatMap(purpose -> Optional.ofNullable(parts.map().purposes().get(purpose)))
                .filter(Purpose::directMarketing)
                .isPresent();
    }

    private void record(Job<StateJob> job, SubjectRef subject, boolean ends) {
        RequestKind kind = job.record().kind();
        String type = kind == RequestKind.WITHDRAW_CONSENT ? "withdraw" : ends ? "lift" : "restrict";
        String line = job.id() + "/" + (kind == RequestKind.GIVE_CONSENT ? "consent" : type);
        if (kind != RequestKind.GIVE_CONSENT) {
            appendLine(job, subject, type, line);
        }
        Map<String, String> said = new LinkedHashMap<>();
        said.put("change", ends ? "lifted" : "in-force");
        said.put("kind", kind.name());
        said.put("request", job.id().toString());
        job.content().purpose().ifPresent(purpose -> said.put("of", purpose));
        events.step(
                line,
                AuditEvent.Kind.REQUEST,
                AuditEvent.Outcome.DONE,
                job.content().who(),
                subject.tenant(),
                parts.keys().keysOf(subject).stream()
                        .flatMap(key -> key.handle().stream())
                        .toList(),
                0,
                said);
    }

    /** What a restored backup has to be told; a consent that it has forgotten is asked for again. */
    private void appendLine(Job<StateJob> job, SubjectRef subject, String type, String line) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", type);
        facts.put("subject", parts.hash().hex(subject));
        facts.put("hash", parts.hash().fingerprint());
        job.content().purpose().ifPresent(purpose -> facts.put("purpose", purpose));
        parts.ledger().append(line, parts.clock().instant(), facts);
        parts.guard().compare();
    }
}
