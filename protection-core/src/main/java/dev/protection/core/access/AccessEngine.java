package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.MissingContextException;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.Decision;
import dev.protection.access.PolicyChange;
import dev.protection.access.PolicySource;
import dev.protection.access.Question;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantTree;
import dev.protection.access.UnknownPurposeException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides by the policy in force. Safe for use by several threads; {@link #reload()} takes effect for the next call.
 */
public final class AccessEngine implements Access {
    // One decision reads `policy` once, so it never mixes two policies; nothing decided is remembered.
    private final DataMap map;
    private final PolicySource source;
    private final TenantTree tree;
    private final BulkCounts bulk;
    private volatile CompiledPolicy policy;

    /**
     * Compiles the policy.
     *
     * @param map the declaration
     * @param source where the policy comes from
     * @param tree the tenants, asked anew at each decision
     * @param clock the time by which the bulk threshold counts
     * @throws dev.protection.ConfigurationException when the policy does not fit the declaration
     */
    public AccessEngine(DataMap map, PolicySource source, TenantTree tree, InstantSource clock) {
        this.map = map;
        this.source = source;
        this.tree = tree;
        this.policy = new CompiledPolicy(map, source.load());
        this.bulk = new BulkCounts(clock);
    }

    /**
     * Decides about one field, or the row itself, of one tenant.
     *
     * @param context who asks, why and for whom
     * @param asked what is to be done; READ is decided as COPY past the bulk threshold
     * @param dataset the dataset
     * @param field the field; empty for the row itself and its undeclared columns
     * @param tenant the row's tenant
     * @return the decision
     * @throws UnknownPurposeException when the context's purpose is not declared
     */
    public Decision decide(
            ProtectionContext context, Action asked, Dataset dataset, Optional<Field> field, TenantId tenant) {
        return decide(context, asked, dataset.name(), field.map(Field::name), tenant);
    }

    /**
     * Returns the rows that an action may reach.
     *
     * @param context who asks, why and for whom
     * @param asked what is to be done; READ is decided as COPY past the bulk threshold
     * @param dataset the dataset
     * @return the filter; it admits a tenant exactly when {@link #decide} permits the row itself
     * @throws UnknownPurposeException when the context's purpose is not declared
     */
    public RowFilter filter(ProtectionContext context, Action asked, Dataset dataset) {
        return filter(context, asked, dataset.name());
    }

    /**
     * Counts persons whose data was opened, towards the bulk threshold of the actor.
     *
     * @param context who opened it
     * @param subjects how many persons
     */
    public void opened(ProtectionContext context, long subjects) {
        bulk.add(context.actor().id(), subjects, policy.policy().bulk());
    }

    /**
     * Puts the source's policy in force.
     *
     * @return the change, to be recorded
     * @throws dev.protection.ProtectionException when the source fails or the policy does not fit the declaration; the
     *     policy before stays in force
     */
    public synchronized PolicyChange reload() {
        CompiledPolicy before = policy;
        CompiledPolicy after = new CompiledPolicy(map, source.load());
        policy = after;
        return new PolicyChange(before.policy(), after.policy());
    }

    @Override
    public Decision decide(Action action, String dataset, String field, SubjectRef subject) {
        return decide(context(), action, dataset, Optional.of(field), subject.tenant());
    }

    @Override
    public RowFilter filter(Action action, String dataset) {
        return filter(context(), action, dataset);
    }

    private Decision decide(
            ProtectionContext context, Action asked, String dataset, Optional<String> field, TenantId tenant) {
        CompiledPolicy now = policy;
        Action action = effective(context, asked, now);
        return new Judge(now, tree).decide(new Question(context, asked, action, dataset, field, Optional.of(tenant)));
    }

    private RowFilter filter(ProtectionContext context, Action asked, String dataset) {
        CompiledPolicy now = policy;
        Action action = effective(context, asked, now);
        Question question = new Question(context, asked, action, dataset, Optional.empty(), Optional.empty());
        return new RowFilters(new Judge(now, tree)).filter(question);
    }

    private Action effective(ProtectionContext context, Action asked, CompiledPolicy now) {
        boolean copying = asked == Action.READ
                && bulk.isBulk(context.actor().id(), now.policy().bulk());
        return copying ? Action.COPY : asked;
    }

    private static ProtectionContext context() {
        return ProtectionContext.current().orElseThrow(MissingContextException::new);
    }
}
