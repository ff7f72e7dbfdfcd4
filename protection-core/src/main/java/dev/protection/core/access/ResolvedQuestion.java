package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything but the tenant looked up, for asking about many rows. It answers as {@link AccessEngine}
 * does: the policy, the tenants and the bulk threshold count as they are when it is asked. Safe for use by several
 * threads; allocates nothing while none of them changes.
 */
public final class ResolvedQuestion {
    private final AccessEngine engine;
    private final ProtectionContext context;
    private final Action asked;
    private final Dataset dataset;
    private final Optional<Field> field;
    private @Nullable LookedUp held;

    // Only final fields, so a thread sees all of it or an older one, which it can tell.
    private record LookedUp(
            InForce under,
            Action action,
            int widest,
            Reach reach,
            @Nullable BitSet allowing) {}

    ResolvedQuestion(
            AccessEngine engine, ProtectionContext context, Action asked, Dataset dataset, Optional<Field> field) {
        this.engine = engine;
        this.context = context;
        this.asked = asked;
        this.dataset = dataset;
        this.field = field;
    }

    /**
     * Tells whether the policy permits it, masked or not.
     *
     * @param tenant whose row it is
     * @return true when {@link AccessEngine#decide} permits
     * @throws dev.protection.access.UnknownPurposeException when the context's purpose is not declared
     */
    public boolean permits(TenantId tenant) {
        InForce now = engine.inForce();
        if (now == null) {
            return engine.decide(context, asked, dataset, field, tenant).permits();
        }
        LookedUp known = lookedUp(now);
        Instructed instructed = now.instructed();
        BitSet allowing = known.allowing();
        return known.reach().lies(tenant, known.widest())
                && (instructed == null || allowing == null || instructed.admits(allowing, tenant, known.reach()));
    }

    /**
     * Tells the same of a tenant that was looked up before.
     *
     * @param tenant whose row it is
     * @return true when {@link AccessEngine#decide} permits
     * @throws dev.protection.access.UnknownPurposeException when the context's purpose is not declared
     */
    public boolean permits(ResolvedTenant tenant) {
        InForce now = engine.inForce();
        if (now == null || tenant.isUnknownTo(now.numbers())) {
            return permits(tenant.id());
        }
        LookedUp known = lookedUp(now);
        Instructed instructed = now.instructed();
        BitSet allowing = known.allowing();
        return known.reach().lies(tenant.number(), known.widest())
                && (instructed == null || allowing == null || instructed.admits(allowing, tenant.number()));
    }

    private LookedUp lookedUp(InForce now) {
        Action action = engine.effective(context, asked, now.policy());
        LookedUp known = held;
        if (known == null || known.under() != now || known.action() != action) {
            known = lookUp(now, action);
            held = known;
        }
        return known;
    }

    private LookedUp lookUp(InForce now, Action action) {
        Caller caller = now.caller(context);
        CompiledDataset compiled = now.policy().dataset(dataset.name());
        int category = compiled == null ? CompiledDataset.UNKNOWN_FIELD : compiled.category(field.map(Field::name));
        int widest = compiled == null || category == CompiledDataset.UNKNOWN_FIELD
                ? Cell.NONE
                : now.widest(caller, action, compiled, category);
        Instructed instructed = now.instructed();
        BitSet allowing = instructed == null || widest == Cell.NONE
                ? null
                : instructed.mandates().allowing(action, caller.purpose(), Cell.bit(category));
        return new LookedUp(now, action, widest, caller.reach(), allowing);
    }
}
