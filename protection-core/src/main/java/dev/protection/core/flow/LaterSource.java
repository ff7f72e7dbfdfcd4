package dev.protection.core.flow;

import dev.protection.SubjectRef;
import dev.protection.rights.Cursor;
import dev.protection.rights.ExportItem;
import dev.protection.rights.Found;
import dev.protection.rights.Page;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RecordOutcome;
import dev.protection.rights.RunContext;
import dev.protection.rights.SourceDescriptor;
import dev.protection.rights.SubjectState;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A source that is made when it is first asked, since it may itself need what is being protected.
 *
 * @param source gives the same source each time
 */
public record LaterSource(Supplier<PersonalDataSource> source) implements PersonalDataSource {
    @Override
    public SourceDescriptor describe() {
        return source.get().describe();
    }

    @Override
    public Page<Found> locate(SubjectRef subject, Cursor after, RunContext run) {
        return source.get().locate(subject, after, run);
    }

    @Override
    public Page<Found> older(String dataset, Instant until, Cursor after, RunContext run) {
        return source.get().older(dataset, until, after, run);
    }

    @Override
    public Page<ExportItem> export(SubjectRef subject, Cursor after, RunContext run) {
        return source.get().export(subject, after, run);
    }

    @Override
    public Page<RecordOutcome> erase(SubjectRef subject, Cursor after, RunContext run) {
        return source.get().erase(subject, after, run);
    }

    @Override
    public Page<Found> verify(SubjectRef subject, Cursor after, RunContext run) {
        return source.get().verify(subject, after, run);
    }

    @Override
    public long undated(String dataset, RunContext run) {
        return source.get().undated(dataset, run);
    }

    @Override
    public Page<SubjectRef> subjects(Cursor after, RunContext run) {
        return source.get().subjects(after, run);
    }

    @Override
    public void restrict(SubjectState now, RunContext run) {
        source.get().restrict(now, run);
    }
}
