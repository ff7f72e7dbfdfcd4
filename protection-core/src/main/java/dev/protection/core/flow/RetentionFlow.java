package dev.protection.core.flow;

import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.RetentionJob;
import dev.protection.core.rights.Who;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.PlacedHold;
import dev.protection.retention.Retention;
import dev.protection.retention.RetentionException;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Retention as applications call it. */
final class RetentionFlow implements Retention {
    private final RightsParts parts;
    private final RetentionPlanner planner;
    private final RightsEvents events;
    private final JobCodec codec = new JobCodec();

    RetentionFlow(RightsParts parts, RetentionPlanner planner, RightsEvents events) {
        this.parts = parts;
        this.planner = planner;
        this.events = events;
    }

    @Override
    public RetentionPlan plan(Instant asOf) {
        return planner.plan(asOf);
    }

    @Override
    public RequestId apply(RetentionPlan approved) {
        Who who = Who.of(parts.contexts().current());
        Instant now = parts.clock().instant();
        if (approved.asOf().isAfter(now)) {
            throw RetentionException.planAhead();
        }
        String unique = "RETENTION/" + approved.hash();
        RequestRecord request = new RequestRecord(
                new RequestId(UUID.randomUUID()),
                RequestKind.RETENTION,
                1,
                RequestState.ACCEPTED,
                Optional.empty(),
                Optional.of(unique),
                Optional.of(now),
                now,
                codec.encode(RetentionJob.of(who, approved)));
        if (!approved.equals(planner.plan(approved.asOf()))) {
            throw RetentionException.planChanged();
        }
        // first, so that a crash leaves a record without a request rather than a request without its record
        events.changed(
                AuditEvent.Kind.RETENTION,
                AuditEvent.Outcome.DONE,
                who,
                who.tenant(),
                List.of(),
                Map.of("change", "approved", "plan", approved.hash()));
        RequestRecord kept = parts.requests().putIfAbsent(request);
        parts.runner().schedule(kept.id());
        return kept.id();
    }

    @Override
    public HoldId hold(LegalHold hold) {
        Who who = Who.of(parts.contexts().current());
        HoldId id = new HoldId(UUID.randomUUID());
        Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
        PlacedHold placed = new PlacedHold(id, hold, who.actor(), now, Optional.empty());
        requireInTime(parts.states().get(List.of(hold.subject())).get(hold.subject()));
        // first, so that a crash leaves a record without a hold rather than a hold without its record
        recorded("placed", placed, who, AuditEvent.Outcome.DONE);
        try {
            parts.states().update(hold.subject(), state -> {
                requireInTime(state);
                parts.holds().place(placed);
                return counted(state);
            });
        } catch (RetentionException e) {
            recorded("placed", placed, who, AuditEvent.Outcome.REFUSED);
            throw e;
        }
        return id;
    }

    private static void requireInTime(@Nullable SubjectState state) {
        if (state != null && (state.phase() == Phase.ERASING || state.phase() == Phase.ERASED)) {
            throw RetentionException.holdTooLate(state.phase());
        }
    }

    /** What a hold is on. */
    LegalHold held(HoldId id) {
        return parts.holds()
                .find(id)
                .orElseThrow(() -> RetentionException.holdUnknown(id))
                .hold();
    }

    @Override
    public void release(HoldId id, String reason) {
        Who who = Who.of(parts.contexts().current());
        PlacedHold.Release release =
                new PlacedHold.Release(who.actor(), parts.clock().instant().truncatedTo(ChronoUnit.MICROS), reason);
        PlacedHold placed = parts.holds().find(id).orElseThrow(() -> RetentionException.holdUnknown(id));
        if (placed.release().isEmpty()) {
            recorded("released", placed, who, AuditEvent.Outcome.DONE); // first, as above
        }
        PlacedHold released = parts.holds().release(id, release).orElseThrow(() -> RetentionException.holdUnknown(id));
        parts.states().update(released.hold().subject(), this::counted);
        parts.requests().ofSubject(parts.hash().hex(released.hold().subject())).stream()
                .filter(request -> request.state() == RequestState.ACTION_DELAYED)
                .forEach(this::goOn);
    }

    /** Makes the counts right again of holds whose placing or releasing was cut off. */
    void recount() {
        parts.holds().inForce().stream()
                .map(held -> held.hold().subject())
                .distinct()
                .forEach(subject -> parts.states().update(subject, this::counted));
    }

    private SubjectState counted(SubjectState state) {
        int holds = parts.holds().inForce(List.of(state.subject())).size();
        boolean same = holds == state.holds() || state.phase() == Phase.ERASED;
        return same ? state : state.withHolds(holds);
    }

    private void goOn(RequestRecord request) {
        RequestRecord next = new RequestRecord(
                request.id(),
                request.kind(),
                request.version() + 1,
                request.state(),
                request.subject(),
                request.unique(),
                Optional.of(parts.clock().instant()),
                parts.clock().instant(),
                request.content());
        parts.requests().commit(next);
        parts.runner().schedule(request.id());
    }

    private void recorded(String change, PlacedHold hold, Who who, AuditEvent.Outcome outcome) {
        events.changed(
                AuditEvent.Kind.HOLD,
                outcome,
                who,
                hold.hold().subject().tenant(),
                parts.keys().keysOf(hold.hold().subject()).stream()
                        .flatMap(key -> key.handle().stream())
                        .toList(),
                Map.of("change", change, "hold", hold.id().toString()));
    }
}
