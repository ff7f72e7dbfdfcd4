package dev.protection.access;

import dev.protection.Action;
import dev.protection.SubjectRef;

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
}
