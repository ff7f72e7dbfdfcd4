package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.core.rights.ExportJob;
import dev.protection.core.rights.ExportZip;
import dev.protection.core.rights.Tally;
import dev.protection.core.rights.Who;
import dev.protection.encryption.KeyHandle;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestKind;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RunContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The copy of a person's data (Art. 15, 20 GDPR).
 *
 * <ol>
 *   <li>prepare, as a durable job: every source is counted, and which sources there are is fixed
 *   <li>download, as often as wanted: the intent is recorded, the values are read anew and written straight out, and what
 *       was handed out is recorded. No copy is kept anywhere
 * </ol>
 */
final class SubjectExport {
    private static final int PAGE = 500;

    private final RightsParts parts;
    private final RightsEvents events;

    SubjectExport(RightsParts parts, RightsEvents events) {
        this.parts = parts;
        this.events = events;
    }

    /** The sources as they are fixed: their ids and versions. */
    List<String> sources() {
        return parts.sources().stream()
                .map(PersonalDataSource::describe)
                .map(source -> source.id() + "@" + source.version())
                .toList();
    }

    void run(RequestId id) {
        Optional<Job<ExportJob>> claimed = Job.claim(parts.requests(), parts.clock(), id, ExportJob.class);
        if (claimed.isPresent()) {
            Job<ExportJob> job = claimed.get();
            if (!job.content().sources().equals(sources())) {
                ExportJob old = job.content();
                job.save(ExportJob.of(old.subject().orElseThrow(), old.who(), sources()));
            }
            while (job.content().place().source() < parts.sources().size()) {
                page(job);
            }
            job.ready(job.content());
        }
    }

    private void page(Job<ExportJob> job) {
        ExportJob at = job.content();
        Page<Found> page = parts.sources()
                .get(at.place().source())
                .locate(
                        at.subject().orElseThrow(),
                        new Cursor(at.place().cursor()),
                        RunContext.looking(job.id(), PAGE));
        Tally tally = at.tally();
        for (Found found : page.items()) {
            tally = tally.plus(found.ref().source(), found.ref().dataset(), found.fields());
        }
        job.save(at.at(at.place().after(page.next()), tally));
    }

    void download(RequestRecord found, Who who, OutputStream out) {
        ExportJob job =
                Job.of(parts.requests(), parts.clock(), found, ExportJob.class).content();
        boolean ready = found.state() == RequestState.FULFILLED
                && job.subject().isPresent()
                && job.sources().equals(sources());
        if (!ready) {
            throw RequestException.state(
                    found.id(),
                    RequestKind.EXPORT,
                    found.state(),
                    "Wait until it is fulfilled; submit it anew when the person or the sources have changed.");
        }
        SubjectRef subject = job.subject().get();
        recorded(AuditEvent.Outcome.INTENT, found.id(), who, subject, 0);
        try {
            long records = ExportZip.write(out, readers(found.id(), subject), facts(found.id()));
            recorded(AuditEvent.Outcome.DONE, found.id(), who, subject, records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> facts(RequestId id) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("v", 1);
        facts.put("request", id.toString());
        facts.put("at", parts.clock().instant().toString());
        facts.put("sources", sources());
        return facts;
    }

    private void recorded(AuditEvent.Outcome outcome, RequestId id, Who who, SubjectRef subject, long rows) {
        List<KeyHandle> handles = parts.keys().keysOf(subject).stream()
                .flatMap(key -> key.handle().stream())
                .toList();
        events.exported(outcome, who, subject.tenant(), handles, rows, Map.of("request", id.toString()));
    }

    private List<ExportZip.Reader> readers(RequestId id, SubjectRef subject) {
        return parts.sources().stream()
                .map(source -> (ExportZip.Reader) each -> read(source, id, subject, each))
                .toList();
    }

    private static void read(PersonalDataSource source, RequestId id, SubjectRef subject, Consumer<ExportItem> each) {
        Optional<Cursor> cursor = Optional.of(Cursor.START);
        while (cursor.isPresent()) {
            Page<ExportItem> page = source.export(subject, cursor.get(), RunContext.looking(id, PAGE));
            page.items().forEach(each);
            cursor = page.next();
        }
    }
}
