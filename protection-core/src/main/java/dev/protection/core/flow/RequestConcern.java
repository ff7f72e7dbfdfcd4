package dev.protection.core.flow;

import dev.protection.Action;
import dev.protection.Dataset;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.RequestKind;
import java.util.Optional;

/**
 * What a request is about, as far as a decision needs it.
 *
 * @param action what it does to the data
 * @param tenant whose data; once the person is forgotten, where the request was made
 * @param subjectKind the kind of person; empty when it concerns, or may have concerned, every kind
 * @param heldFor the purpose that a consent is about, so that only data held for it is concerned; empty for all data
 */
record RequestConcern(Action action, TenantId tenant, Optional<String> subjectKind, Optional<String> heldFor) {
    RequestConcern(Action action, TenantId tenant, Optional<String> subjectKind) {
        this(action, tenant, subjectKind, Optional.empty());
    }

    static RequestConcern of(RequestKind kind, SubjectRef subject) {
        return of(kind, subject, Optional.empty());
    }

    static RequestConcern of(RequestKind kind, SubjectRef subject, Optional<String> purpose) {
        Optional<String> heldFor = ConsentChange.concerns(kind) ? purpose : Optional.empty();
        return new RequestConcern(action(kind), subject.tenant(), Optional.of(subject.kind()), heldFor);
    }

    boolean concerns(Dataset dataset) {
        return subjectKind.filter(dataset.subject().kind()::equals).isPresent()
                && heldFor.map(dataset.purposes()::contains).orElse(true);
    }

    static RequestConcern forgotten(RequestKind kind, TenantId tenant) {
        boolean everybody = kind == RequestKind.RETENTION;
        return new RequestConcern(action(kind), everybody ? ProtectedRead.ANY_TENANT : tenant, Optional.empty());
    }

    private static Action action(RequestKind kind) {
        return switch (kind) {
            case EXPORT -> Action.COPY;
            case ERASE, RETENTION -> Action.DELETE;
            case RESTRICT, LIFT_RESTRICTION, OBJECT, WITHDRAW_OBJECTION, GIVE_CONSENT, WITHDRAW_CONSENT ->
                Action.MODIFY;
        };
    }
}
