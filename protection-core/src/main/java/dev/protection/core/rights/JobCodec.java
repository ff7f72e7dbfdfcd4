package dev.protection.core.rights;

import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import tools.jackson.databind.json.JsonMapper;

/** The content of requests as it is kept: JSON of the job's parts. */
public final class JobCodec {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** Makes a codec. */
    public JobCodec() {}

    /**
     * Encodes a job.
     *
     * @param job the job
     * @return its bytes
     */
    public byte[] encode(JobContent job) {
        return mapper.writeValueAsBytes(job);
    }

    /**
     * Decodes a job.
     *
     * @param request what is kept
     * @return the job of the request's kind
     */
    public JobContent decode(RequestRecord request) {
        return mapper.readValue(request.content(), type(request.kind()));
    }

    private static Class<? extends JobContent> type(RequestKind kind) {
        return switch (kind) {
            case EXPORT -> ExportJob.class;
            case ERASE -> ErasureJob.class;
            case RETENTION -> RetentionJob.class;
            case RESTRICT, LIFT_RESTRICTION, OBJECT, WITHDRAW_OBJECTION, GIVE_CONSENT, WITHDRAW_CONSENT ->
                StateJob.class;
        };
    }
}
