package dev.protection.core.flow;

import dev.protection.core.retention.Trigger;
import dev.protection.core.rights.Tally;
import dev.protection.retention.PlacedHold;
import dev.protection.rights.Cursor;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RunContext;
import dev.protection.rights.SubjectRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Counts what a request would find, and what would be kept, without doing it. */
final class RequestPreview {
    private static final int PAGE = 500;

    private final RightsParts parts;
    private final RecordRules rules;

    RequestPreview(RightsParts parts, RecordRules rules) {
        this.parts = parts;
        this.rules = rules;
    }

    RequestPlan of(SubjectRequest request) {
        Tally tally = Tally.EMPTY;
        for (PersonalDataSource source : parts.sources()) {
            tally = survey(tally, source, request);
        }
        List<String> holds = request instanceof SubjectRequest.Erase
                ? parts.holds().inForce(List.of(request.subject())).stream()
                        .map(PlacedHold::id)
                        .map(Object::toString)
                        .toList()
                : List.of();
        return new RequestPlan(request, tally.lines(), tally.kept(), holds);
    }

    private Tally survey(Tally before, PersonalDataSource source, SubjectRequest request) {
        Tally tally = before;
        RunContext run = RunContext.looking(new RequestId(UUID.randomUUID()), PAGE);
        Optional<Cursor> cursor = Optional.of(Cursor.START);
        while (cursor.isPresent()) {
            Page<Found> page = source.locate(request.subject(), cursor.get(), run);
            for (Found found : page.items()) {
                tally = request instanceof SubjectRequest.Erase
                        ? ErasurePasses.count(
                                tally,
                                found,
                                rules.sort(
                                        found,
                                        List.of(),
                                        Trigger.REQUEST,
                                        parts.clock().instant()))
                        : tally.plus(found.ref().source(), found.ref().dataset(), found.fields());
            }
            cursor = page.next();
        }
        return tally;
    }
}
