package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ExportJob;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.JobContent;
import dev.protection.core.rights.StateJob;
import dev.protection.core.rights.Who;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes the durable records of new requests. */
final class RequestRecords {
    private final RightsParts parts;
    private final SubjectExport export;
    private final JobCodec codec = new JobCodec();

    RequestRecords(RightsParts parts, SubjectExport export) {
        this.parts = parts;
        this.export = export;
    }

    RequestRecord of(SubjectRequest request, Who who) {
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

    /** Whom a request is about; empty once it is forgotten. */
    static Optional<SubjectRef> subject(JobContent job) {
        if (job instanceof ErasureJob erasure) {
            return erasure.subject();
        }
        if (job instanceof StateJob change) {
            return change.subject();
        }
        return job instanceof ExportJob export ? export.subject() : Optional.empty();
    }

    static Optional<String> purpose(JobContent job) {
        return job instanceof StateJob change ? change.purpose() : Optional.empty();
    }
}
