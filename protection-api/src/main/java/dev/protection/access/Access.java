package dev.protection.access;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import java.util.List;

/**
 * Answers whether the work in hand may touch personal data. Deny by default.
 *
 * <p>Who asks, why and for whom comes from the {@link dev.protection.ProtectionContext} bound to the thread. Safe for
 * use by several threads; a change of the policy takes effect for the next call.
 */
public interface Access {
    /**
     * Decides about one item of one person.
     *
     * @param action what is to be done
     * @param dataset the name of a dataset
     * @param field the name of one of its fields
     * @param subject the person; only the tenant counts
     * @return the decision; {@link Undecided} for a dataset or field that is not declared
     * @throws dev.protection.MissingContextException when no context is bound
     * @throws UnknownPurposeException when the context's purpose is not declared
     */
    Decision decide(Action action, String dataset, String field, SubjectRef subject);

    /**
     * Returns the rows of a dataset that an action may reach, so that a list is one query and never a loop of
     * decisions.
     *
     * @param action what is to be done
     * @param dataset the name of a dataset
     * @return the filter; {@link RowFilter.None} for a dataset that is not declared
     * @throws dev.protection.MissingContextException when no context is bound
     * @throws UnknownPurposeException when the context's purpose is not declared
     */
    RowFilter filter(Action action, String dataset);

    /**
     * Answers why somebody may, or may not, do something with one item of one person, as {@link #decide} would for that
     * context: {@link Decision#facts()} has the rule, what it rests on, and what would change it. Nothing is done and
     * nothing counted.
     *
     * @param who whose work is asked about: actor, purpose and tenant
     * @param action what would be done
     * @param dataset the name of a dataset
     * @param field the name of one of its fields
     * @param subject the person; only the tenant counts
     * @return the decision
     * @throws dev.protection.MissingContextException when no context is bound for whoever asks
     * @throws UnknownPurposeException when the purpose asked about is not declared
     */
    Decision why(ProtectionContext who, Action action, String dataset, String field, SubjectRef subject);

    /**
     * Answers who may do something with one item of a tenant's persons, by the policy in force: every grant that still
     * counts and leads there. Who is known to the host by those roles and assignments is the host's to say.
     *
     * @param action what is done
     * @param dataset the name of a dataset
     * @param field the name of one of its fields
     * @param tenant whose data
     * @return in the order of roles and grants; empty when nobody may, and for a dataset or field that is not declared
     * @throws dev.protection.MissingContextException when no context is bound for whoever asks
     */
    List<Entitlement> who(Action action, String dataset, String field, TenantId tenant);
}
