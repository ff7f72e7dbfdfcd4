package dev.protection.core.flow;

import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.JobContent;
import dev.protection.core.rights.StateJob;
import dev.protection.core.rights.Who;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import dev.protection.rights.SubjectState;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The rights of persons as applications call them. */
final class RightsFlow implements SubjectRights {
    private static final Set<RequestState> MOVING = Set.of(RequestState.ACKNOWLEDGED, RequestState.ACCEPTED);
    private static final Duration LOOK = Duration.ofMillis(10);

    private final RightsParts parts;
    private final RequestPreview preview;
    private final RequestRecords records;
    private final Readmission readmission;
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
        this.preview = new RequestPreview(parts, rules);
        this.records = new RequestRecords(parts, export);
        this.readmission = new Readmission(parts, events);
        this.export = export;
        this.states = states;
        this.events = events;
    }

    @Override
    public RequestPlan preview(SubjectRequest request) {
        return preview.of(request);
    }

    @Override
    public SubjectState state(SubjectRef subject) {
        return parts.states().get(List.of(subject)).values().iterator().next();
    }

    @Override
    public RequestId submit(SubjectRequest request) {
        Who who = Who.of(parts.contexts().current());
        requireFitting(request);
        RequestRecord wanted = records.of(request, who);
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
            recorded(
                    "approved",
                    found,
                    who,
                    RequestRecords.subject(job.content()).orElseThrow());
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
        RequestRecords.subject(job.content()).ifPresent(subject -> recorded("cancelled", found, who, subject));
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
        readmission.of(subject, who, reference);
    }

    /** What a request is about, for the decision about it. */
    RequestConcern concern(RequestId id) {
        RequestRecord found = found(id);
        JobContent job = codec.decode(found);
        return RequestRecords.subject(job)
                .map(subject -> RequestConcern.of(found.kind(), subject, RequestRecords.purpose(job)))
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
