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
import org.jspecify.annotations.Nullable;

/** The facts of one decision, worked out when they are asked for, by the judge of the policy that decided. */
final class DecisionFacts implements Facts {
    private final Question question;
    private final Judge judge;
    private volatile @Nullable Verdict verdict;

    DecisionFacts(Question question, Judge judge) {
        this.question = question;
        this.judge = judge;
    }

    DecisionFacts(Question question, Judge judge, Verdict verdict) {
        this(question, judge);
        this.verdict = verdict;
    }

    private Verdict verdict() {
        Verdict known = verdict;
        if (known == null) {
            known = judge.judge(question);
            verdict = known;
        }
        return known;
    }

    @Override
    public Rule rule() {
        return verdict().rule();
    }

    @Override
    public Question question() {
        return question;
    }

    @Override
    public List<GrantId> grants() {
        return verdict().grants().stream().map(CompiledGrant::id).toList();
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
