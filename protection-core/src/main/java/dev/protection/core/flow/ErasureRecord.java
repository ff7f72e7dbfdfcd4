package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.DoomedKey;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.ErasureJob.Step;
import dev.protection.encryption.KeyHandle;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an erasure leaves in writing: the ledger's lines, the audit event, the signed receipt. */
final class ErasureRecord {
    private final RightsParts parts;
    private final RightsEvents events;

    ErasureRecord(RightsParts parts, RightsEvents events) {
        this.parts = parts;
        this.events = events;
    }

    boolean begin(Job<ErasureJob> job, SubjectRef subject) {
        parts.ledger().append(entry(job, "begin"), parts.clock().instant(), facts("begin", subject));
        job.save(job.content().at(Step.SURVEY));
        return true;
    }

    boolean audit(Job<ErasureJob> job, SubjectRef subject) {
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

    boolean complete(Job<ErasureJob> job, SubjectRef subject) {
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

    boolean receipt(Job<ErasureJob> job, SubjectRef subject) {
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

    static Phase reached(Job<ErasureJob> job) {
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
}
