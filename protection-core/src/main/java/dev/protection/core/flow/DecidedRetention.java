package dev.protection.core.flow;

import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.Retention;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import java.time.Instant;

/** Retention, refused to whoever may not. A plan counts everybody's records, a hold concerns one person. */
record DecidedRetention(RightsGate gate, RetentionFlow retention) implements Retention {
    @Override
    public RetentionPlan plan(Instant asOf) {
        gate.requireEverywhere();
        return retention.plan(asOf);
    }

    @Override
    public RequestId apply(RetentionPlan approved) {
        gate.requireEverywhere();
        return retention.apply(approved);
    }

    @Override
    public HoldId hold(LegalHold hold) {
        gate.require(RequestConcern.of(RequestKind.ERASE, hold.subject()));
        return retention.hold(hold);
    }

    @Override
    public void release(HoldId id, String reason) {
        gate.require(RequestConcern.of(RequestKind.ERASE, retention.held(id).subject()));
        retention.release(id, reason);
    }
}
