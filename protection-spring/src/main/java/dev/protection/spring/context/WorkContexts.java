package dev.protection.spring.context;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.spring.ActorSource;
import dev.protection.spring.NamedContexts;
import dev.protection.spring.PurposeContexts;
import dev.protection.spring.TenantResolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds the context of annotated work.
 *
 * <ol>
 *   <li>Somebody is signed in: it is his work, for the tenant of the context that surrounds it if that is his too, else
 *       for the tenant that a resolver knows, else for his only one.
 *   <li>Nobody is, and a context surrounds the work: the same actor and tenant.
 *   <li>Neither: the context named for this kind of work, else none.
 * </ol>
 *
 * <p>The purpose is the annotation's. Nothing is guessed: without actor or tenant there is no context.
 */
final class WorkContexts implements PurposeContexts {
    private final Supplier<List<ActorSource>> actors;
    private final Supplier<List<TenantResolver>> tenants;
    private final NamedContexts named;
    private final CorrelationIds correlations;

    WorkContexts(
            Supplier<List<ActorSource>> actors,
            Supplier<List<TenantResolver>> tenants,
            NamedContexts named,
            CorrelationIds correlations) {
        this.actors = actors;
        this.tenants = tenants;
        this.named = named;
        this.correlations = correlations;
    }

    @Override
    public Optional<ProtectionContext> forPurpose(String purpose) {
        return of(new Work(Optional.of(purpose), Optional.empty()));
    }

    Optional<ProtectionContext> of(Work work) {
        Optional<ProtectionContext> around = ProtectionContext.current();
        if (work.purpose().isEmpty()) {
            // Kinds of work that are always done in a name of their own.
            return around.isPresent() ? around : named(work);
        }
        String purpose = work.purpose().get();
        Optional<Actor> actor = actor();
        if (actor.isPresent()) {
            return signedIn(actor.get(), purpose, around);
        }
        return around.or(() -> named(work))
                .map(found -> new ProtectionContext(found.actor(), purpose, found.tenant(), found.correlationId()));
    }

    /** In the trace that the work belongs to, if there is one. */
    private Optional<ProtectionContext> named(Work work) {
        return work.named()
                .flatMap(named::named)
                .map(found -> correlations
                        .current()
                        .map(trace -> new ProtectionContext(found.actor(), found.purpose(), found.tenant(), trace))
                        .orElse(found));
    }

    private Optional<Actor> actor() {
        return actors.get().stream()
                .flatMap(source -> source.current().stream())
                .findFirst();
    }

    private Optional<ProtectionContext> signedIn(Actor actor, String purpose, Optional<ProtectionContext> around) {
        Optional<ProtectionContext> his =
                around.filter(context -> context.actor().id().equals(actor.id()));
        Optional<TenantId> tenant =
                his.map(ProtectionContext::tenant).or(() -> resolved(actor)).or(() -> only(actor.tenants()));
        return tenant.map(found -> new ProtectionContext(actor, purpose, found, correlation(around)));
    }

    private String correlation(Optional<ProtectionContext> around) {
        return around.map(ProtectionContext::correlationId)
                .or(correlations::current)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private Optional<TenantId> resolved(Actor actor) {
        return tenants.get().stream()
                .flatMap(resolver -> resolver.resolve(actor).stream())
                .findFirst();
    }

    private static Optional<TenantId> only(Set<TenantId> tenants) {
        return tenants.size() == 1 ? Optional.of(tenants.iterator().next()) : Optional.empty();
    }

    /**
     * What is to be done.
     *
     * @param purpose what the annotation says; empty for work without one
     * @param named the name of the context where nobody is signed in
     */
    record Work(Optional<String> purpose, Optional<String> named) {}
}
