package dev.protection.core.flow;

import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.retention.Trigger;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ExportJob;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.JobContent;
import dev.protection.core.rights.StateJob;
import dev.protection.core.rights.Tally;
import dev.protection.core.rights.Who;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.Cursor;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.RunContext;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import dev.protection.rights.SubjectState;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The rights of persons as applications call them. */
final class RightsFlow implements SubjectRights {
    private static final int PAGE = 500;
    private static final Set<RequestState> MOVING = Set.of(RequestState.ACKNOWLEDGED, RequestState.ACCEPTED);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final RightsParts parts;
    private final RecordRules rules;
    private final SubjectExport export;
    private final StateChange states;
    private final ConsentChange consents;
    private final RightsEvents events;
    private final JobCodec codec = new JobCodec();

    RightsFlow(
            RightsParts parts,
            RecordRules rules,
            SubjectExport export,
            StateChange states,
            ConsentChange consents,
            RightsEvents events) {
        this.consents = consents;
        this.parts = parts;
        this.rules = rules;
        this.export = export;
        this.states = states;
        this.events = events;
    }

    @Override
    public RequestPlan preview(SubjectRequest request) {
        SubjectRef subject = request.subject();
        Tally tally = Tally.EMPTY;
        for (PersonalDataSource source : parts.sources()) {
            tally = survey(tally, source, request);
        }
        List<String> holds = request instanceof SubjectRequest.Erase
                ? parts.holds().inForce(List.of(subject)).stream()
                        .map(PlacedHold::id)
                        .map(Object::toString)
                        .toList()
                : List.of();
        return new RequestPlan(request, tally.lines(), tally.kept(), holds);
    }

    private Tally survey(Tally before, PersonalDataSource source, SubjectRequest request) {
        Tally tally = before;
        RunContext run = RunContext.looking(new RequestId(UUID.randomUUID()), PAGE);
        Optional<Cursor> cursor = Optional.of(Cursor.START);
        while (cursor.isPresent()) {
            Page<Found> page = source.locate(request.subject(), cursor.get(), run);
            for (Found found : page.items()) {
                tally = request instanceof SubjectRequest.Erase
                        ? ErasurePasses.count(
                                tally,
                                found,
                                rules.sort(
                                        found,
                                        List.of(),
                                        Trigger.REQUEST,
                                        parts.clock().instant()))
                        : tally.plus(found.ref().source(), found.ref().dataset(), found.fields());
            }
            cursor = page.next();
        }
        return tally;
    }

    @Override
    public RequestId submit(SubjectRequest request) {
        Who who = Who.of(parts.contexts().current());
        requireFitting(request);
        RequestRecord wanted = record(request, who);
        Optional<RequestRecord> open = parts.requests().ofSubject(parts.hash().hex(request.subject())).stream()
                .filter(known -> known.unique().equals(wanted.unique()))
                .findFirst();
        if (open.isEmpty()) {
            // first, so that a crash leaves a record without a request rather than a request without its record
            recorded("submitted", wanted, who, request.subject());
        }
        RequestRecord kept = open.orElseGet(() -> parts.requests().putIfAbsent(wanted));
        carryOut(kept);
        return kept.id();
    }

    /** A restriction is in force before the caller goes on; should that fail, the runner goes on with it. */
    private void carryOut(RequestRecord request) {
        if (request.dueAt().isEmpty()) {
            return;
        }
        if (StateChange.concerns(request.kind())) {
            try {
                states.run(request.id());
            } catch (RequestException e) {
                // another worker was faster; what has not come to its end is looked after below
            } finally {
                parts.requests()
                        .find(request.id())
                        .filter(now -> now.dueAt().isPresent())
                        .ifPresent(now -> parts.runner().schedule(now.id()));
            }
        } else {
            parts.runner().schedule(request.id());
        }
    }

    private void requireFitting(SubjectRequest request) {
        String purpose = request.ofPurpose().orElse("");
        switch (request.kind()) {
            case OBJECT, WITHDRAW_OBJECTION -> requireObjectable(purpose);
            case GIVE_CONSENT, WITHDRAW_CONSENT -> consents.requireFitting(request.kind(), request.subject(), purpose);
            default -> {
                // about the person's data as a whole
            }
        }
    }

    private void requireObjectable(String purpose) {
        Purpose declared = parts.map().purposes().get(purpose);
        if (declared == null || !declared.objectable()) {
            throw RequestException.notObjectable(purpose);
        }
    }

    private RequestRecord record(SubjectRequest request, Who who) {
        RequestKind kind = request.kind();
        boolean waits = kind == RequestKind.ERASE || kind == RequestKind.LIFT_RESTRICTION;
        String hash = parts.hash().hex(request.subject());
        String unique =
                request.ofPurpose().map(purpose -> named(hash + "/" + purpose)).orElse(hash);
        Instant now = parts.clock().instant();
        return new RequestRecord(
                new RequestId(UUID.randomUUID()),
                kind,
                1,
                waits ? RequestState.REQUIRES_ACTION : RequestState.ACKNOWLEDGED,
                Optional.of(hash),
                Optional.of(kind + "/" + unique),
                waits ? Optional.empty() : Optional.of(now),
                now,
                codec.encode(job(request, who, now)));
    }

    /** In few characters, the same for the same text. */
    private static String named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private JobContent job(SubjectRequest request, Who who, Instant now) {
        return switch (request.kind()) {
            case ERASE -> ErasureJob.of(request.subject(), who, now);
            case EXPORT, RETENTION -> ExportJob.of(request.subject(), who, export.sources());
            case RESTRICT, LIFT_RESTRICTION, OBJECT, WITHDRAW_OBJECTION, GIVE_CONSENT, WITHDRAW_CONSENT ->
                StateJob.of(
                        request.subject(),
                        request.ofPurpose(),
                        request.indication().map(how -> new StateJob.Said(how, now)),
                        who);
        };
    }

    @Override
    public RequestStatus status(RequestId id) {
        RequestRecord found = found(id);
        return new RequestStatus(
                id, found.kind(), found.state(), codec.decode(found).reasons(), found.changedAt(), found.dueAt());
    }

    @Override
    public RequestStatus await(RequestId id, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        RequestStatus status = status(id);
        while (MOVING.contains(status.state()) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            status = status(id);
        }
        return status;
    }

    @Override
    public void approve(RequestId id) {
        Who who = Who.of(parts.contexts().current());
        RequestRecord found = found(id);
        if (found.state() == RequestState.REJECTED) {
            throw RequestException.state(id, found.kind(), found.state(), "Submit the request anew.");
        }
        if (found.state() == RequestState.REQUIRES_ACTION) {
            Job<JobContent> job = Job.of(parts.requests(), parts.clock(), found, JobContent.class);
            recorded("approved", found, who, subject(job.content()).orElseThrow());
            job.delay(RequestState.ACCEPTED, Optional.of(parts.clock().instant()), job.content());
            carryOut(job.record());
        } else {
            parts.runner().schedule(id);
        }
    }

    @Override
    public void cancel(RequestId id, String reason) {
        Who who = Who.of(parts.contexts().current());
        RequestRecord found = found(id);
        Job<JobContent> job = Job.of(parts.requests(), parts.clock(), found, JobContent.class);
        if (job.content() instanceof StateJob change && change.step() == StateJob.Step.DECISION) {
            recorded("overridden", found, who, change.subject().orElseThrow(), Map.of("reason", reason));
            job.delay(RequestState.ACCEPTED, Optional.of(parts.clock().instant()), change.overridden(reason));
            carryOut(job.record());
            return;
        }
        if (!cancellable(found, job.content())) {
            throw RequestException.state(id, found.kind(), found.state(), "What was begun is finished; let it.");
        }
        subject(job.content()).ifPresent(subject -> recorded("cancelled", found, who, subject));
        job.finish(RequestState.REJECTED, Optional.empty(), job.content().forgotten(List.of(reason)));
    }

    private static boolean cancellable(RequestRecord found, JobContent job) {
        if (job instanceof StateJob) {
            return found.state() == RequestState.REQUIRES_ACTION;
        }
        boolean untouched = !(job instanceof ErasureJob erasure)
                || (erasure.step() == ErasureJob.Step.GATE && erasure.round() == 1);
        return untouched
                && found.kind() != RequestKind.RETENTION
                && found.state() != RequestState.FULFILLED
                && found.state() != RequestState.REJECTED;
    }

    private static Optional<SubjectRef> subject(JobContent job) {
        if (job instanceof ErasureJob erasure) {
            return erasure.subject();
        }
        if (job instanceof StateJob change) {
            return change.subject();
        }
        return job instanceof ExportJob export ? export.subject() : Optional.empty();
    }

    @Override
    public void download(RequestId id, OutputStream zip) {
        Who who = Who.of(parts.contexts().current());
        RequestRecord found = found(id);
        if (found.kind() != RequestKind.EXPORT) {
            throw RequestException.state(id, found.kind(), found.state(), "Use the id of an export.");
        }
        export.download(found, who, zip);
    }

    @Override
    public ErasureReceipt receipt(RequestId id) {
        RequestRecord found = found(id);
        return Optional.of(codec.decode(found))
                .filter(ErasureJob.class::isInstance)
                .map(ErasureJob.class::cast)
                .flatMap(ErasureJob::receipt)
                .orElseThrow(() -> RequestException.state(
                        id, found.kind(), found.state(), "Wait until the erasure is fulfilled; see its status."));
    }

    @Override
    public void readmit(SubjectRef subject, String reference) {
        Who who = Who.of(parts.contexts().current());
        Phase phase =
                parts.states().get(List.of(subject)).values().iterator().next().phase();
        if (phase != Phase.ERASED) {
            throw RequestException.notErased(phase);
        }
        // first, so that a crash leaves a record without a readmission rather than a readmission without its record
        events.changed(
                AuditEvent.Kind.REQUEST,
                AuditEvent.Outcome.DONE,
                who,
                subject.tenant(),
                List.of(),
                Map.of("change", "readmitted", "reference", reference));
        String line = UUID.randomUUID() + "/readmit";
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", "readmit");
        facts.put("subject", parts.hash().hex(subject));
        facts.put("hash", parts.hash().fingerprint());
        parts.ledger().append(line, parts.clock().instant(), facts);
        parts.states().update(subject, state -> state.phase() == Phase.ERASED ? SubjectState.active(subject) : state);
        parts.guard().readmitted(line);
    }

    private static Optional<String> purpose(JobContent job) {
        return job instanceof StateJob change ? change.purpose() : Optional.empty();
    }

    /** What a request is about, for the decision about it. */
    RequestConcern concern(RequestId id) {
        RequestRecord found = found(id);
        JobContent job = codec.decode(found);
        return subject(job)
                .map(subject -> RequestConcern.of(found.kind(), subject, purpose(job)))
                .orElseGet(
                        () -> RequestConcern.forgotten(found.kind(), job.who().tenant()));
    }

    private RequestRecord found(RequestId id) {
        return parts.requests().find(id).orElseThrow(() -> RequestException.unknown(id));
    }

    private void recorded(String change, RequestRecord request, Who who, SubjectRef subject) {
        recorded(change, request, who, subject, Map.of());
    }

    private void recorded(String change, RequestRecord request, Who who, SubjectRef subject, Map<String, String> more) {
        Map<String, String> facts = new LinkedHashMap<>(more);
        facts.put("change", change);
        facts.put("kind", request.kind().name());
        facts.put("request", request.id().toString());
        events.changed(
                AuditEvent.Kind.REQUEST,
                AuditEvent.Outcome.DONE,
                who,
                subject.tenant(),
                parts.keys().keysOf(subject).stream()
                        .flatMap(key -> key.handle().stream())
                        .toList(),
                facts);
    }
}
