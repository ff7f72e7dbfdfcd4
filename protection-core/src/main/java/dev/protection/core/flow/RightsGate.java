package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.Retention;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides who may have a person's data exported or erased, and who may let retention run: whoever may COPY, or DELETE,
 * in every dataset concerned. Nothing passes it undecided.
 */
public final class RightsGate {
    private final DataMap map;
    private final Contexts contexts;
    private final Gate gate;

    RightsGate(DataMap map, Contexts contexts, Gate gate) {
        this.map = map;
        this.contexts = contexts;
        this.gate = gate;
    }

    private void require(Action action, TenantId tenant, Optional<String> kind) {
        ProtectionContext context = contexts.current();
        for (Dataset dataset : map.datasets().values()) {
            boolean concerned = kind.map(dataset.subject().kind()::equals).orElse(true);
            if (concerned) {
                gate.require(context, action, dataset, Optional.empty(), tenant);
            }
        }
    }

    private void require(SubjectRequest request) {
        Action action = request instanceof SubjectRequest.Export ? Action.COPY : Action.DELETE;
        require(
                action,
                request.subject().tenant(),
                Optional.of(request.subject().kind()));
    }

    /**
     * Puts the decisions before the rights.
     *
     * @param rights the rights
     * @return the same, refused to whoever may not
     */
    public SubjectRights over(SubjectRights rights) {
        return new SubjectRights() {
            @Override
            public RequestPlan preview(SubjectRequest request) {
                require(request);
                return rights.preview(request);
            }

            @Override
            public RequestId submit(SubjectRequest request) {
                require(request);
                return rights.submit(request);
            }

            @Override
            public RequestStatus status(RequestId id) {
                return rights.status(id);
            }

            @Override
            public RequestStatus await(RequestId id, Duration atMost) {
                return rights.await(id, atMost);
            }

            @Override
            public void approve(RequestId id) {
                require(Action.DELETE, ProtectedRead.ANY_TENANT, Optional.empty());
                rights.approve(id);
            }

            @Override
            public void cancel(RequestId id, String reason) {
                require(Action.DELETE, contexts.current().tenant(), Optional.empty());
                rights.cancel(id, reason);
            }

            @Override
            public void download(RequestId id, OutputStream zip) {
                require(Action.COPY, contexts.current().tenant(), Optional.empty());
                rights.download(id, zip);
            }

            @Override
            public ErasureReceipt receipt(RequestId id) {
                return rights.receipt(id);
            }
        };
    }

    /**
     * Puts the decisions before retention.
     *
     * @param retention retention
     * @return the same, refused to whoever may not
     */
    public Retention over(Retention retention) {
        return new Retention() {
            @Override
            public RetentionPlan plan(Instant asOf) {
                require(Action.DELETE, contexts.current().tenant(), Optional.empty());
                return retention.plan(asOf);
            }

            @Override
            public RequestId apply(RetentionPlan approved) {
                require(Action.DELETE, ProtectedRead.ANY_TENANT, Optional.empty());
                return retention.apply(approved);
            }

            @Override
            public HoldId hold(LegalHold hold) {
                require(
                        Action.DELETE,
                        hold.subject().tenant(),
                        Optional.of(hold.subject().kind()));
                return retention.hold(hold);
            }

            @Override
            public void release(HoldId id, String reason) {
                require(Action.DELETE, contexts.current().tenant(), Optional.empty());
                retention.release(id, reason);
            }
        };
    }
}
