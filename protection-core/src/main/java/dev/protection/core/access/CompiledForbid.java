package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.access.Question;
import java.util.BitSet;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * What overrides grants, as bit sets.
 *
 * @param place its place among the rules, from 0
 * @param roles whom it concerns; empty for everybody
 * @param actions the actions
 * @param purposes the purposes, all of them written out
 * @param datasets the datasets; empty for every one
 * @param categories the categories; empty for the row and all its fields
 */
record CompiledForbid(
        int place,
        Set<String> roles,
        Set<Action> actions,
        BitSet purposes,
        Optional<BitSet> datasets,
        BitSet categories) {
    boolean closes(Question question, int purpose, int dataset, int category) {
        return closes(question.context().actor().roles(), question.action(), purpose, dataset, category);
    }

    /** The same for whoever has some roles. */
    boolean closes(Set<String> of, Action action, int purpose, int dataset, int category) {
        return (roles.isEmpty() || !Collections.disjoint(roles, of))
                && actions.contains(action)
                && purposes.get(purpose)
                && (datasets.isEmpty() || datasets.get().get(dataset))
                && (categories.isEmpty() || (category != CompiledDataset.NO_CATEGORY && categories.get(category)));
    }
}
