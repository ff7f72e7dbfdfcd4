package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.SubjectRef;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import dev.protection.rights.SubjectState;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** The rights, refused to whoever may not: a request is decided about by whose it is and what it does. */
record DecidedRights(RightsGate gate, RightsFlow rights) implements SubjectRights {
    private void require(SubjectRequest request) {
        gate.require(RequestConcern.of(request.kind(), request.subject(), request.ofPurpose()));
    }

    private void require(RequestId id) {
        gate.require(rights.concern(id));
    }

    @Override
    public RequestPlan preview(SubjectRequest request) {
        require(request);
        return rights.preview(request);
    }

    @Override
    public SubjectState state(SubjectRef subject) {
        gate.require(new RequestConcern(Action.READ, subject.tenant(), Optional.of(subject.kind())));
        return rights.state(subject);
    }

    @Override
    public RequestId submit(SubjectRequest request) {
        require(request);
        return rights.submit(request);
    }

    @Override
    public RequestStatus status(RequestId id) {
        require(id);
        return rights.status(id);
    }

    @Override
    public RequestStatus await(RequestId id, Duration atMost) {
        require(id);
        return rights.await(id, atMost);
    }

    @Override
    public void approve(RequestId id) {
        require(id);
        rights.approve(id);
    }

    @Override
    public void cancel(RequestId id, String reason) {
        require(id);
        rights.cancel(id, reason);
    }

    @Override
    public void download(RequestId id, OutputStream zip) {
        require(id);
        rights.download(id, zip);
    }

    @Override
    public ErasureReceipt receipt(RequestId id) {
        require(id);
        return rights.receipt(id);
    }

    @Override
    public void readmit(SubjectRef subject, String reference) {
        gate.require(RequestConcern.of(RequestKind.ERASE, subject));
        rights.readmit(subject, reference);
    }
}
