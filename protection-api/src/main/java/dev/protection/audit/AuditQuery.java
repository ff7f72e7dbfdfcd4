package dev.protection.audit;

import dev.protection.encryption.KeyHandle;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted; every condition given must hold.
 *
 * @param from the first instant; empty for no bound
 * @param until the first instant no longer wanted; empty for no bound
 * @param kinds any of these; empty for all
 * @param outcomes any of these; empty for all
 * @param actor the actor's id
 * @param dataset the dataset's name
 * @param correlationId the piece of work
 * @param subjects events that concern any of these persons; empty for all events
 * @param most how many at the most
 */
public record AuditQuery(
        Optional<Instant> from,
        Optional<Instant> until,
        Set<AuditEvent.Kind> kinds,
        Set<AuditEvent.Outcome> outcomes,
        Optional<String> actor,
        Optional<String> dataset,
        Optional<String> correlationId,
        Set<KeyHandle> subjects,
        int most) {
    /** Every event, at most 10,000. */
    public static final AuditQuery ALL = new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            10_000);

    /**
     * Copies the parts.
     *
     * @param from the first instant
     * @param until the end
     * @param kinds the kinds
     * @param outcomes the outcomes
     * @param actor the actor
     * @param dataset the dataset
     * @param correlationId the piece of work
     * @param subjects the persons
     * @param most how many
     */
    public AuditQuery {
        kinds = Set.copyOf(kinds);
        outcomes = Set.copyOf(outcomes);
        subjects = Set.copyOf(subjects);
        if (most < 1) {
            throw new IllegalArgumentException("a query wants at least one event");
        }
    }

    /**
     * Returns this query for some kinds of event.
     *
     * @param wanted any of these
     * @return a copy
     */
    public AuditQuery kinds(AuditEvent.Kind... wanted) {
        return new AuditQuery(from, until, Set.of(wanted), outcomes, actor, dataset, correlationId, subjects, most);
    }

    /**
     * Returns this query for one outcome.
     *
     * @param wanted the outcome
     * @return a copy
     */
    public AuditQuery outcome(AuditEvent.Outcome wanted) {
        return new AuditQuery(from, until, kinds, Set.of(wanted), actor, dataset, correlationId, subjects, most);
    }

    /**
     * Returns this query for one actor.
     *
     * @param id the actor's id
     * @return a copy
     */
    public AuditQuery actor(String id) {
        return new AuditQuery(from, until, kinds, outcomes, Optional.of(id), dataset, correlationId, subjects, most);
    }

    /**
     * Returns this query for one dataset.
     *
     * @param name the dataset's name
     * @return a copy
     */
    public AuditQuery dataset(String name) {
        return new AuditQuery(from, until, kinds, outcomes, actor, Optional.of(name), correlationId, subjects, most);
    }

    /**
     * Returns this query for one piece of work.
     *
     * @param id the correlation id
     * @return a copy
     */
    public AuditQuery correlationId(String id) {
        return new AuditQuery(from, until, kinds, outcomes, actor, dataset, Optional.of(id), subjects, most);
    }

    /**
     * Returns this query for some persons.
     *
     * @param handles the handles of their keys
     * @return a copy
     */
    public AuditQuery subjects(Set<KeyHandle> handles) {
        return new AuditQuery(from, until, kinds, outcomes, actor, dataset, correlationId, handles, most);
    }

    /**
     * Returns this query with another bound.
     *
     * @param events how many at the most
     * @return a copy
     */
    public AuditQuery most(int events) {
        return new AuditQuery(from, until, kinds, outcomes, actor, dataset, correlationId, subjects, events);
    }

    /**
     * Tells whether an event is wanted.
     *
     * @param event the event
     * @return true when every condition holds
     */
    public boolean matches(AuditEvent event) {
        return from.map(bound -> !event.at().isBefore(bound)).orElse(true)
                && until.map(event.at()::isBefore).orElse(true)
                && (kinds.isEmpty() || kinds.contains(event.kind()))
                && (outcomes.isEmpty() || outcomes.contains(event.outcome()))
                && actor.map(event.actor()::equals).orElse(true)
                && (dataset.isEmpty() || dataset.equals(event.dataset()))
                && correlationId.map(event.correlationId()::equals).orElse(true)
                && (subjects.isEmpty() || event.subjects().stream().anyMatch(subjects::contains));
    }
}
