package dev.protection.jdbc.attack;

import dev.protection.Scope;
import dev.protection.core.Protection;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A durable job as an application asks for it; asked again after a crash, it takes up what is there. */
enum Errand {
    /** Of somebody whose invoice a law keeps. */
    ERASE_KEEPING(RequestKind.ERASE, 1),
    /** Of somebody of whom nothing is kept. */
    ERASE(RequestKind.ERASE, 2),
    EXPORT(RequestKind.EXPORT, 1),
    RETENTION(RequestKind.RETENTION, 0),
    RESTRICT(RequestKind.RESTRICT, 1),
    LIFT_RESTRICTION(RequestKind.LIFT_RESTRICTION, 1);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RequestKind kind;
    private final int contact;

    Errand(RequestKind kind, int contact) {
        this.kind = kind;
        this.contact = contact;
    }

    RequestKind kind() {
        return kind;
    }

    /**
     * Sees the job through.
     *
     * @param known the request, if there is one already
     * @return the request
     */
    RequestId run(Protection protection, Optional<RequestId> known) {
        try (Scope scope = Node.as("dpo", "onboarding", "acme")) {
            RequestId id = known.orElseGet(() -> submit(protection));
            if (protection.rights().status(id).state() == RequestState.REQUIRES_ACTION) {
                protection.rights().approve(id);
            }
            RequestState state = protection.rights().await(id, PATIENCE).state();
            if (state != RequestState.FULFILLED) {
                throw new IllegalStateException("the job came to " + state);
            }
            return id;
        }
    }

    private RequestId submit(Protection protection) {
        return switch (kind) {
            case ERASE -> protection.rights().submit(SubjectRequest.erase(Node.contact("acme", contact)));
            case EXPORT -> protection.rights().submit(SubjectRequest.export(Node.contact("acme", contact)));
            case RESTRICT -> protection.rights().submit(SubjectRequest.restrict(Node.contact("acme", contact)));
            case LIFT_RESTRICTION ->
                protection.rights().submit(SubjectRequest.liftRestriction(Node.contact("acme", contact)));
            case OBJECT, WITHDRAW_OBJECTION, GIVE_CONSENT, WITHDRAW_CONSENT ->
                throw new IllegalStateException("no errand");
            case RETENTION ->
                protection.retention().apply(protection.retention().plan(Instant.now()));
        };
    }
}
