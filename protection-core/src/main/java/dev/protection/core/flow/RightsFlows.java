package dev.protection.core.flow;

import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import java.util.List;

/** Rights and retention, joined. */
public final class RightsFlows implements JobRunner.Work {
    private static final int MOST = 100;

    private final RightsParts parts;
    private final SubjectErasure erasure;
    private final SubjectExport export;
    private final RetentionRun run;
    private final RightsFlow rights;
    private final RetentionFlow retention;
    private final StateChange states;
    private final LedgerReplay replay;

    /**
     * Joins parts; nothing is carried out before {@link #start}.
     *
     * @param parts the parts
     */
    public RightsFlows(RightsParts parts) {
        RecordRules rules = new RecordRules(parts.map());
        RightsEvents events = new RightsEvents(parts);
        RetentionPlanner planner = new RetentionPlanner(parts, rules);
        this.parts = parts;
        this.erasure = new SubjectErasure(parts, rules, events);
        this.export = new SubjectExport(parts, events);
        this.run = new RetentionRun(parts, planner, rules, erasure, events);
        ConsentChange consents = new ConsentChange(parts);
        this.states = new StateChange(parts, consents, events);
        this.rights = new RightsFlow(parts, rules, export, states, consents, events);
        this.retention = new RetentionFlow(parts, planner, events);
        this.replay = new LedgerReplay(parts, erasure, events);
    }

    /**
     * Verifies the ledger, compares its anchors and the data with it, makes counts right that a crash left wrong, and
     * goes on with what is due. Data that is older than the ledger is not served until it is {@linkplain #replay()
     * replayed}.
     *
     * @throws dev.protection.core.rights.LedgerBrokenException when the erasure ledger was tampered with
     */
    public void start() {
        parts.ledger().requireContinuesAnchors();
        parts.guard().compare();
        retention.recount();
        parts.runner().start(this);
    }

    /**
     * Brings data that is older than the erasure ledger to forget again; to be called at the start and now and then, for
     * a backup may be restored under a running node.
     *
     * @return false when it is not done yet: some source or store did not answer
     */
    public boolean replay() {
        return replay.run();
    }

    /** The rights of persons, undecided. */
    RightsFlow rights() {
        return rights;
    }

    /** What rights are made of. */
    RightsParts parts() {
        return parts;
    }

    /** Retention, undecided. */
    RetentionFlow retention() {
        return retention;
    }

    @Override
    public void run(RequestId id) {
        parts.requests().find(id).map(RequestRecord::kind).ifPresent(kind -> {
            switch (kind) {
                case ERASE -> erasure.run(id);
                case EXPORT -> export.run(id);
                case RETENTION -> run.run(id);
                case RESTRICT, LIFT_RESTRICTION, OBJECT, WITHDRAW_OBJECTION, GIVE_CONSENT, WITHDRAW_CONSENT ->
                    states.run(id);
            }
        });
    }

    @Override
    public List<RequestId> due() {
        return parts.requests().due(parts.clock().instant(), MOST).stream()
                .map(RequestRecord::id)
                .toList();
    }
}
