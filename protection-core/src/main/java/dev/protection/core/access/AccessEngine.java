package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.MissingContextException;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.Decision;
import dev.protection.access.Entitlement;
import dev.protection.access.Policy;
import dev.protection.access.PolicyChange;
import dev.protection.access.PolicySource;
import dev.protection.access.PolicyTrial;
import dev.protection.access.Question;
import dev.protection.access.RowFilter;
import dev.protection.access.TenantTree;
import dev.protection.access.UnknownPurposeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the policy in force. Safe for use by several threads; {@link #reload} takes effect for the next call.
 */
public final class AccessEngine implements Access {
    // One decision reads `policy` and the tree's snapshot once, so it never mixes two policies or trees. What was
    // looked
    // up under them is held with them and goes with them; nothing decided is remembered. A tree that gives no snapshot
    // is asked anew, grant by grant.
    private final DataMap map;
    private final PolicySource source;
    private final TenantTree tree;
    private final BulkCounts bulk;
    private final InstantSource clock;
    private volatile CompiledPolicy policy;
    private volatile @Nullable InForce inForce;
    private volatile @Nullable ObservedPolicy observed;
    private volatile OpenEmergencies emergencies = OpenEmergencies.NONE;

    /**
     * Compiles the policy.
     *
     * @param map the declaration
     * @param source where the policy comes from
     * @param tree the tenants; its snapshot is asked for at each decision
     * @param clock the time by which grants end and the bulk threshold counts
     * @throws dev.protection.ConfigurationException when the policy does not fit the declaration
     */
    public AccessEngine(DataMap map, PolicySource source, TenantTree tree, InstantSource clock) {
        this.map = map;
        this.source = source;
        this.tree = tree;
        this.clock = clock;
        this.policy = new CompiledPolicy(map, source.load(), clock.instant());
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
        Decision decision = decide(context, asked, dataset.name(), field.map(Field::name), tenant);
        ObservedPolicy trial = observed;
        if (trial != null && decision.permits()) {
            trial.permitted(context, effective(context, asked, policyNow()), dataset, field, tenant);
        }
        return decision;
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
        RowFilter filter = filter(context, asked, dataset.name());
        ObservedPolicy trial = observed;
        if (trial != null && !(filter instanceof RowFilter.None)) {
            trial.reached(context, effective(context, asked, policyNow()), dataset, filter);
        }
        return filter;
    }

    /**
     * Observes a policy: what is permitted from now on is decided by it too, and counted where it would refuse. Takes the
     * place of one that is observed already.
     *
     * @param candidate the policy
     * @return what it would have refused
     * @throws dev.protection.ConfigurationException when it does not fit the declaration
     */
    public PolicyTrial observe(Policy candidate) {
        AccessEngine other = new AccessEngine(map, () -> candidate, tree, clock);
        ObservedPolicy[] trial = new ObservedPolicy[1];
        trial[0] = new ObservedPolicy(other, () -> stopObserving(trial[0]));
        observed = trial[0];
        return trial[0];
    }

    private synchronized void stopObserving(ObservedPolicy trial) {
        if (observed == trial) {
            observed = null;
        }
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
     * Returns the policy in force.
     *
     * @return the policy
     */
    public Policy policy() {
        return policy.policy();
    }

    /**
     * Puts the source's policy in force. When this returns, nothing is decided by the policy before.
     *
     * @param announced is told the change before it counts; when it throws, the policy before stays in force
     * @return the change
     * @throws dev.protection.ProtectionException when the source fails or the policy does not fit the declaration; the
     *     policy before stays in force
     */
    public synchronized PolicyChange reload(Consumer<PolicyChange> announced) {
        CompiledPolicy after = new CompiledPolicy(map, source.load(), clock.instant());
        PolicyChange change = new PolicyChange(policy.policy(), after.policy());
        announced.accept(change);
        policy = after;
        return change;
    }

    @Override
    public Decision decide(Action action, String dataset, String field, SubjectRef subject) {
        return decide(context(), action, dataset, Optional.of(field), subject.tenant());
    }

    @Override
    public RowFilter filter(Action action, String dataset) {
        return filter(context(), action, dataset);
    }

    @Override
    public Decision why(ProtectionContext who, Action action, String dataset, String field, SubjectRef subject) {
        return decide(who, action, dataset, Optional.of(field), subject.tenant());
    }

    @Override
    public List<Entitlement> who(Action action, String dataset, String field, TenantId tenant) {
        return new Entitlements(policyNow(), tree.snapshot().orElse(tree)).of(action, dataset, field, tenant);
    }

    /**
     * Looks up everything in a question but the tenant.
     *
     * @param context who asks, why and for whom
     * @param asked what is to be done; READ is decided as COPY past the bulk threshold
     * @param dataset a declared dataset
     * @param field one of its fields; empty for the row itself and its undeclared columns
     * @return the question, to be asked about any number of tenants
     */
    public ResolvedQuestion resolve(ProtectionContext context, Action asked, Dataset dataset, Optional<Field> field) {
        return new ResolvedQuestion(this, context, asked, dataset, field);
    }

    /**
     * Looks up a tenant.
     *
     * @param tenant any tenant
     * @return the tenant, with its place in the tree as it stands
     */
    public ResolvedTenant resolve(TenantId tenant) {
        return new ResolvedTenant(tenant, inForce(policyNow()));
    }

    /**
     * Chooses tenants of a filter that stand for all of it: a field that is permitted, masked or refused for some row
     * of the filter is so for one of theirs.
     *
     * @param context who asks; the context that the filter was made for
     * @param filter a filter of this engine
     * @return at least one tenant, and few unless the tree gives no snapshot
     */
    public Collection<TenantId> representatives(ProtectionContext context, RowFilter.Tenants filter) {
        InForce now = inForce(policyNow());
        if (now == null) {
            return filter.tenants();
        }
        Reach reach = now.caller(context).reach();
        Instructed instructed = now.instructed();
        return instructed == null ? reach.representatives(filter) : instructed.representatives(filter, reach);
    }

    /**
     * Returns for how long the glass may be broken.
     *
     * @param context who works, and why
     * @return the longest of the actor's grants that provide for it; empty for none
     * @throws UnknownPurposeException when the context's purpose is not declared
     */
    public Optional<Duration> emergency(ProtectionContext context) {
        CompiledPolicy under = policyNow();
        int purpose = under.purpose(context.purpose());
        return context.actor().roles().stream()
                .flatMap(name -> Optional.ofNullable(under.role(name)).stream())
                .flatMap(role -> role.emergency(purpose).stream())
                .max(Comparator.naturalOrder());
    }

    /**
     * Lets grants count that provide for an emergency; from the next decision on.
     *
     * @param id names the emergency in the actor's attributes
     * @param actor who works
     */
    public synchronized void openEmergency(String id, Actor actor) {
        emergencies = emergencies.with(id, actor.id(), clock.instant());
    }

    /**
     * Ends an emergency; from the next decision on.
     *
     * @param id names it
     */
    public synchronized void closeEmergency(String id) {
        emergencies = emergencies.without(id);
    }

    /**
     * Returns the controller's instruction under which work is done (Art. 28(3)(a), 29 GDPR).
     *
     * @param context who works, why and for which tenant
     * @param action what is done
     * @return its name; empty where none is needed, and where there is none
     */
    public Optional<String> instruction(ProtectionContext context, Action action) {
        CompiledPolicy under = policyNow();
        CompiledMandates mandates = under.mandates();
        return mandates == null
                ? Optional.empty()
                : mandates.instruction(
                        mandates.of(tree.controllerOf(context.tenant())),
                        action,
                        under.purpose(context.purpose()),
                        Cell.ROW);
    }

    private Decision decide(
            ProtectionContext context, Action asked, String dataset, Optional<String> field, TenantId tenant) {
        CompiledPolicy under = policyNow();
        InForce now = inForce(under);
        Action action = effective(context, asked, under);
        Question question = new Question(context, asked, action, dataset, field, Optional.of(tenant));
        return now == null ? asking(under).decide(question) : now.decide(question, tenant);
    }

    private RowFilter filter(ProtectionContext context, Action asked, String dataset) {
        CompiledPolicy under = policyNow();
        InForce now = inForce(under);
        Action action = effective(context, asked, under);
        Question question = new Question(context, asked, action, dataset, Optional.empty(), Optional.empty());
        return now == null ? new RowFilters(asking(under)).filter(question) : now.filter(question);
    }

    private Judge asking(CompiledPolicy under) {
        return new Judge(under, tree, emergencies, clock.instant());
    }

    /** Where grants come and go with time, the policy is compiled anew when they do. */
    private CompiledPolicy policyNow() {
        CompiledPolicy held = policy;
        Validity validity = held.validity();
        return validity.isForever() || validity.holdsAt(clock.millis()) ? held : compiledNow();
    }

    private synchronized CompiledPolicy compiledNow() {
        CompiledPolicy held = policy;
        Instant now = clock.instant();
        if (!held.validity().holdsAt(now.toEpochMilli())) {
            held = held.at(now);
            policy = held;
        }
        return held;
    }

    /** What holds at this moment; null when the tree is to be asked anew each time. */
    @Nullable
    InForce inForce() {
        return inForce(policyNow());
    }

    private @Nullable InForce inForce(CompiledPolicy under) {
        Optional<TenantTree> over = tree.snapshot();
        if (over.isEmpty()) {
            return null;
        }
        InForce held = inForce;
        OpenEmergencies open = emergencies;
        if (held == null || !held.isUnder(under) || !held.isOver(over.get()) || !held.isWith(open, clock)) {
            held = held != null && held.isOver(over.get())
                    ? held.under(under, open, clock.instant())
                    : new InForce(under, over.get(), open, clock.instant());
            inForce = held;
        }
        return held;
    }

    Action effective(ProtectionContext context, Action asked, CompiledPolicy now) {
        boolean copying = asked == Action.READ
                && bulk.isBulk(context.actor().id(), now.policy().bulk());
        return copying ? Action.COPY : asked;
    }

    private static ProtectionContext context() {
        return ProtectionContext.current().orElseThrow(MissingContextException::new);
    }
}
