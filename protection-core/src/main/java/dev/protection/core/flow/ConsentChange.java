package dev.protection.core.flow;

import dev.protection.ConsentRule;
import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.core.rights.LedgerEntry;
import dev.protection.core.rights.StateJob;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestKind;
import dev.protection.rights.SubjectStateException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a consent, given or withdrawn, changes (Art. 7 GDPR): an event is appended and the person's state says so, both
 * under the state's exclusive lock. Done again it changes nothing more.
 */
final class ConsentChange {
    private final RightsParts parts;

    ConsentChange(RightsParts parts) {
        this.parts = parts;
    }

    static boolean concerns(RequestKind kind) {
        return kind == RequestKind.GIVE_CONSENT || kind == RequestKind.WITHDRAW_CONSENT;
    }

    void requireFitting(RequestKind kind, SubjectRef subject, String purpose) {
        boolean consentable = declared(purpose).filter(Purpose::needsConsent).isPresent();
        if (!consentable) {
            throw RequestException.notConsentable(purpose);
        }
        Phase phase =
                parts.states().get(List.of(subject)).values().iterator().next().phase();
        if (kind == RequestKind.GIVE_CONSENT && phase != Phase.ACTIVE) {
            throw SubjectStateException.phase(phase);
        }
    }

    private Optional<Purpose> declared(String purpose) {
        return Optional.ofNullable(parts.map().purposes().get(purpose));
    }

    void apply(Job<StateJob> job, SubjectRef subject) {
        StateJob said = job.content();
        StateJob.Said consent = said.consent().orElseThrow();
        boolean given = job.record().kind() == RequestKind.GIVE_CONSENT;
        append(new ConsentEvent(
                job.id().value(),
                subject,
                said.purpose().orElseThrow(),
                given ? ConsentStatus.GIVEN : ConsentStatus.WITHDRAWN,
                consent.at(),
                said.who().actor(),
                consent.how(),
                given ? end(said.purpose().orElseThrow(), consent) : ConsentEvent.NO_END));
    }

    /** A withdrawal that a restored backup has forgotten. */
    void replay(SubjectRef subject, LedgerEntry line) {
        append(new ConsentEvent(
                UUID.nameUUIDFromBytes(line.id().getBytes(StandardCharsets.UTF_8)),
                subject,
                line.purpose().orElseThrow(),
                ConsentStatus.WITHDRAWN,
                line.asOf(),
                LedgerReplay.ACTOR,
                Indication.of("-", "replayed from the erasure ledger"),
                ConsentEvent.NO_END));
    }

    /** The earlier of what was said and what is declared. */
    private Instant end(String purpose, StateJob.Said consent) {
        Optional<Instant> declared =
                declared(purpose).map(Purpose::consent).flatMap((ConsentRule rule) -> rule.endOf(consent.at()));
        Instant first = consent.how().until().orElse(ConsentEvent.NO_END);
        return declared.filter(end -> end.isBefore(first)).orElse(first);
    }

    /**
     * Of who is erased, nothing is appended. The state follows what was said last: a job that was cut off and is begun
     * again does not bring back what was withdrawn meanwhile.
     */
    private void append(ConsentEvent event) {
        parts.states().update(event.subject(), state -> {
            if (state.phase() != Phase.ACTIVE) {
                return state;
            }
            parts.consents().append(event);
            ConsentEvent last = parts.consents().of(event.subject()).stream()
                    .filter(kept -> kept.purpose().equals(event.purpose()))
                    .reduce(event, (before, after) -> after.at().isBefore(before.at()) ? before : after);
            return last.status() == ConsentStatus.GIVEN
                    ? state.withConsent(last.purpose(), last.until())
                    : state.withoutConsent(last.purpose());
        });
    }
}
