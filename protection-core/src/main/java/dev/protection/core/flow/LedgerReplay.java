package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.ErasureJob;
import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.core.rights.LedgerEntry;
import dev.protection.core.rights.Who;
import dev.protection.encryption.KeyId;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings data that is older than the erasure ledger to forget again (Art. 17 GDPR).
 *
 * <ol>
 *   <li>the keys that the missing lines name are destroyed, in whatever key store there is now
 *   <li>the persons are searched for by their keyed hashes, among the states and in the sources
 *   <li>each one's lines are done again in order: an erasure as a job of its own that decides as of then, verifies, and
 *       leaves a receipt; a hold that was released before is released again; a readmission; a restriction or an
 *       objection, begun or ended; a consent withdrawn
 *   <li>of whom nothing is here the tombstone alone is put back, or taken away
 *   <li>recorded; the data's epoch is the ledger's again, and the quarantine ends
 * </ol>
 *
 * <p>Cut off anywhere, and by several nodes at once, it is done again from the beginning.
 */
final class LedgerReplay {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerReplay.class);
    static final String ACTOR = "erasure-ledger";
    private static final String PURPOSE = "replay";
    private static final String UNIQUE = "REPLAY/";

    private final RightsParts parts;
    private final SubjectErasure erasure;
    private final RightsEvents events;
    private final JobCodec codec = new JobCodec();

    LedgerReplay(RightsParts parts, SubjectErasure erasure, RightsEvents events) {
        this.parts = parts;
        this.erasure = erasure;
        this.events = events;
    }

    /** Replays what is missing; false when some source could not be brought to forget yet. */
    boolean run() {
        LedgerGuard.Gap gap = parts.guard().gap();
        if (gap.missing().isEmpty()) {
            return true;
        }
        LOG.warn(
                "The data is older than the erasure ledger by {} lines: they are replayed.",
                gap.missing().size());
        Map<String, List<LedgerEntry>> lines = bySubject(gap.missing());
        destroyKeys(gap.missing());
        Map<String, SubjectRef> present = new PersonSearch(parts).find(lines.keySet());
        boolean done = true;
        for (Map.Entry<String, List<LedgerEntry>> person : lines.entrySet()) {
            Optional<SubjectRef> subject = Optional.ofNullable(present.get(person.getKey()));
            done &= subject.isEmpty() || again(subject.get(), person.getValue());
        }
        lines.keySet().removeAll(present.keySet());
        parts.states().rememberErased(ending(lines, Phase.ERASED));
        parts.states().forgetErased(ending(lines, Phase.ACTIVE));
        if (done) {
            recorded(gap, present.size());
            parts.guard().seen(gap.reached());
            done = parts.guard().gap().missing().isEmpty();
            LOG.warn("The erasure ledger is replayed; the quarantine is over: {}.", done);
        }
        return done;
    }

    private Map<String, List<LedgerEntry>> bySubject(List<LedgerEntry> missing) {
        Map<String, List<LedgerEntry>> lines = new LinkedHashMap<>();
        for (LedgerEntry entry : missing) {
            if (!entry.hashKey().equals(parts.hash().fingerprint())) {
                throw LedgerBrokenException.otherKey();
            }
            lines.computeIfAbsent(entry.subject(), subject -> new ArrayList<>()).add(entry);
        }
        return lines;
    }

    private void destroyKeys(List<LedgerEntry> missing) {
        parts.keys()
                .destroy(missing.stream()
                        .flatMap(entry -> entry.keys().stream())
                        .map(key -> new KeyId(Long.parseUnsignedLong(key, 16)))
                        .distinct()
                        .toList());
    }

    /** The persons of whom nothing is here and whose lines end so. */
    private static List<byte[]> ending(Map<String, List<LedgerEntry>> lines, Phase phase) {
        return lines.values().stream()
                .flatMap(all ->
                        all.stream()
                                .filter(entry -> entry.type().ofErasure())
                                .reduce((before, after) -> after)
                                .stream())
                .filter(last -> last.phase() == phase)
                .map(last -> HexFormat.of().parseHex(last.subject()))
                .toList();
    }

    /** Does a person's lines again; of erasures in a row the last says everything. */
    private boolean again(SubjectRef subject, List<LedgerEntry> lines) {
        for (int at = 0; at < lines.size(); at++) {
            LedgerEntry entry = lines.get(at);
            boolean last = isLast(lines.subList(at + 1, lines.size()));
            if (entry.type() == LedgerEntry.Type.WITHDRAW) {
                new ConsentChange(parts).replay(subject, entry);
            } else if (!entry.type().ofErasure()) {
                boolean withheld = entry.type() == LedgerEntry.Type.RESTRICT;
                parts.states().update(subject, state -> StateChange.changed(state, entry.purpose(), withheld));
                StateChange.tell(parts, subject, new RequestId(UUID.randomUUID()));
            } else if (entry.type() == LedgerEntry.Type.READMIT) {
                parts.states()
                        .update(subject, state -> state.phase() == Phase.ERASED ? SubjectState.active(subject) : state);
            } else if (last && !erased(subject, entry)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no erasure follows before a readmission. */
    private static boolean isLast(List<LedgerEntry> later) {
        return later.stream()
                .filter(entry -> entry.type().ofErasure())
                .findFirst()
                .map(entry -> entry.type() == LedgerEntry.Type.READMIT)
                .orElse(true);
    }

    private boolean erased(SubjectRef subject, LedgerEntry entry) {
        Optional<RequestRecord> earlier = parts.requests().ofSubject(entry.subject()).stream()
                .filter(request -> request.unique().equals(Optional.of(UNIQUE + entry.id())))
                .findFirst();
        earlier.ifPresent(this::dueNow);
        RequestRecord request = earlier.orElseGet(() -> begun(subject, entry));
        erasure.run(request.id());
        return parts.requests()
                .find(request.id())
                .filter(now -> now.state() == RequestState.FULFILLED)
                .isPresent();
    }

    /** A source that failed is tried again at once: everybody waits for it. */
    private void dueNow(RequestRecord request) {
        Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
        if (request.state() == RequestState.ACTION_DELAYED) {
            parts.requests()
                    .commit(new RequestRecord(
                            request.id(),
                            request.kind(),
                            request.version() + 1,
                            RequestState.ACCEPTED,
                            request.subject(),
                            request.unique(),
                            Optional.of(now),
                            now,
                            request.content()));
        }
    }

    private RequestRecord begun(SubjectRef subject, LedgerEntry entry) {
        Instant now = parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
        Who who = new Who(ACTOR, PURPOSE, subject.tenant(), entry.id());
        PlacedHold.Release release = new PlacedHold.Release(ACTOR, now, "released before the erasure that is replayed");
        parts.states().update(subject, state -> {
            parts.holds()
                    .inForce(List.of(subject))
                    .forEach(hold -> parts.holds().release(hold.id(), release));
            return state.withPhase(Phase.ERASING).withHolds(0);
        });
        return parts.requests()
                .putIfAbsent(new RequestRecord(
                        new RequestId(UUID.randomUUID()),
                        RequestKind.ERASE,
                        1,
                        RequestState.ACCEPTED,
                        Optional.of(entry.subject()),
                        Optional.of(UNIQUE + entry.id()),
                        Optional.of(now),
                        now,
                        codec.encode(ErasureJob.of(subject, who, entry.asOf()).begun(entry.asOf()))));
    }

    private void recorded(LedgerGuard.Gap gap, int present) {
        events.step(
                "replay/" + gap.missing().get(0).id() + "/" + gap.reached().head(),
                AuditEvent.Kind.ERASURE,
                AuditEvent.Outcome.DONE,
                new Who(ACTOR, PURPOSE, TenantId.of("*"), gap.reached().head()),
                TenantId.of("*"),
                List.of(),
                0,
                Map.of(
                        "change", "replayed",
                        "lines", Integer.toString(gap.missing().size()),
                        "persons", Integer.toString(present)));
    }
}
