package dev.protection.core.access;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Change;
import dev.protection.access.Conditions;
import dev.protection.access.Question;
import dev.protection.access.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the single steps that would lead to a plain permit, by asking the same judge again with each step taken. */
final class WhatIf {
    private final Judge judge;
    private final Question question;
    private final ProtectionContext context;
    private final Actor actor;

    WhatIf(Judge judge, Question question) {
        this.judge = judge;
        this.question = question;
        this.context = question.context();
        this.actor = context.actor();
    }

    List<Change> changes() {
        return Stream.of(
                        steps(Change.Kind.ROLE, judge.policy().policy().roles().keySet(), this::withRole),
                        steps(Change.Kind.PURPOSE, judge.policy().purposes(), this::withPurpose),
                        steps(Change.Kind.ASSIGNMENT, tenants(), this::withAssignment),
                        steps(Change.Kind.CONTEXT_TENANT, tenants(), this::withTenant),
                        steps(Change.Kind.ATTRIBUTE, Set.of(Conditions.STRONG_AUTHENTICATION), this::withAttribute))
                .flatMap(steps -> steps)
                .toList();
    }

    // Of tenants only those in question are tried: naming others would tell the actor about them.
    private Set<String> tenants() {
        Set<String> tenants = new TreeSet<>(Set.of(context.tenant().value()));
        question.tenant().map(TenantId::value).ifPresent(tenants::add);
        return tenants;
    }

    private Stream<Change> steps(Change.Kind kind, Set<String> values, Function<String, ProtectionContext> step) {
        return new TreeSet<>(values)
                .stream().filter(value -> permitted(step.apply(value))).map(value -> new Change(kind, value));
    }

    private boolean permitted(ProtectionContext changed) {
        return judge.judge(new Question(
                                changed,
                                question.asked(),
                                question.action(),
                                question.dataset(),
                                question.field(),
                                question.tenant()))
                        .rule()
                == Rule.GRANTED;
    }

    private ProtectionContext withRole(String role) {
        return with(new Actor(actor.id(), plus(actor.roles(), role), actor.tenants(), actor.attributes()));
    }

    private ProtectionContext withAssignment(String tenant) {
        Set<TenantId> tenants = plus(actor.tenants(), TenantId.of(tenant));
        return with(new Actor(actor.id(), actor.roles(), tenants, actor.attributes()));
    }

    private ProtectionContext withAttribute(String name) {
        Map<String, String> attributes = new HashMap<>(actor.attributes());
        attributes.put(name, "true");
        return with(new Actor(actor.id(), actor.roles(), actor.tenants(), attributes));
    }

    private ProtectionContext with(Actor other) {
        return new ProtectionContext(other, context.purpose(), context.tenant(), context.correlationId());
    }

    private ProtectionContext withPurpose(String purpose) {
        return new ProtectionContext(actor, purpose, context.tenant(), context.correlationId());
    }

    private ProtectionContext withTenant(String tenant) {
        return new ProtectionContext(actor, context.purpose(), TenantId.of(tenant), context.correlationId());
    }

    private static <T> Set<T> plus(Set<T> some, T one) {
        Set<T> all = new HashSet<>(some);
        all.add(one);
        return all;
    }
}
