package dev.protection.core.flow;

import dev.protection.core.rights.LedgerChain;
import dev.protection.retention.Retention;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.SubjectRights;
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
        this.rights = new RightsFlow(parts, rules, export, events);
        this.retention = new RetentionFlow(parts, planner, events);
    }

    /**
     * Verifies the ledger, makes counts right that a crash left wrong, and goes on with what is due.
     *
     * @throws dev.protection.core.rights.LedgerBrokenException when the erasure ledger was tampered with
     */
    public void start() {
        new LedgerChain(parts.ledger()).verify();
        retention.recount();
        parts.runner().start(this);
    }

    /**
     * Returns the rights of persons.
     *
     * @return for applications
     */
    public SubjectRights rights() {
        return rights;
    }

    /**
     * Returns retention.
     *
     * @return for applications
     */
    public Retention retention() {
        return retention;
    }

    @Override
    public void run(RequestId id) {
        parts.requests().find(id).map(RequestRecord::kind).ifPresent(kind -> {
            switch (kind) {
                case ERASE -> erasure.run(id);
                case EXPORT -> export.run(id);
                case RETENTION -> run.run(id);
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
