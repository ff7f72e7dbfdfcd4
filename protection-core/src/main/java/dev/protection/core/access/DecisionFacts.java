package dev.protection.core.access;

import dev.protection.access.Change;
import dev.protection.access.Facts;
import dev.protection.access.GrantId;
import dev.protection.access.Question;
import dev.protection.access.Rule;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The facts of one decision; keeps its judge, so that what would change it is asked of the policy that decided.
 *
 * @param question what was asked
 * @param verdict the outcome
 * @param judge who decided
 */
record DecisionFacts(Question question, Verdict verdict, Judge judge) implements Facts {
    @Override
    public Rule rule() {
        return verdict.rule();
    }

    @Override
    public List<GrantId> grants() {
        return verdict.grants().stream().map(CompiledGrant::id).toList();
    }

    @Override
    public List<Change> changes() {
        return rule() == Rule.GRANTED ? List.of() : new WhatIf(judge, question).changes();
    }

    @Override
    public SortedSet<String> unknownRoles() {
        SortedSet<String> unknown = new TreeSet<>(question.context().actor().roles());
        unknown.removeAll(judge.policy().policy().roles().keySet());
        return Collections.unmodifiableSortedSet(unknown);
    }

    @Override
    public String toString() {
        return inWords();
    }
}
