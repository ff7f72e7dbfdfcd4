package dev.protection.core.flow;

import dev.protection.core.rights.JobCodec;
import dev.protection.core.rights.JobContent;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestRecord;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A job in the hands of one worker. Every save is a commit under the version as fencing token: a worker that was
 * overtaken cannot save any more.
 */
final class Job<T extends JobContent> {
    private static final JobCodec CODEC = new JobCodec();

    /** How long until what stopped a job is looked at again, though a release goes on at once. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    private final RequestStore store;
    private final InstantSource clock;
    private RequestRecord record;
    private T content;

    private Job(RequestStore store, InstantSource clock, RequestRecord record, Class<T> type) {
        this.store = store;
        this.clock = clock;
        this.record = record;
        this.content = type.cast(CODEC.decode(record));
    }

    /** Takes a job over that has work to do now. */
    static <T extends JobContent> Optional<Job<T>> claim(
            RequestStore store, InstantSource clock, RequestId id, Class<T> type) {
        Instant now = clock.instant();
        Optional<Job<T>> job = store.find(id)
                .filter(found -> found.dueAt().filter(at -> !at.isAfter(now)).isPresent())
                .map(found -> new Job<>(store, clock, found, type));
        job.ifPresent(claimed -> claimed.save(claimed.content));
        return job;
    }

    /** A look at a job, without taking it over. */
    static <T extends JobContent> Job<T> of(
            RequestStore store, InstantSource clock, RequestRecord found, Class<T> type) {
        return new Job<>(store, clock, found, type);
    }

    RequestId id() {
        return record.id();
    }

    T content() {
        return content;
    }

    RequestRecord record() {
        return record;
    }

    /** Saves progress; there is still work to do. */
    void save(T next) {
        commit(RequestState.ACCEPTED, record.subject(), record.unique(), record.dueAt(), next);
    }

    /** Saves that it waits, until a time or for somebody. */
    void delay(RequestState state, Optional<Instant> dueAt, T next) {
        commit(state, record.subject(), record.unique(), dueAt, next);
    }

    /** Saves that something stops it, to be tried again before long. */
    void retry(T next) {
        delay(RequestState.ACTION_DELAYED, Optional.of(clock.instant().plus(RETRY)), next);
    }

    /** Saves that it is over, unless it goes on at a later time. */
    void finish(RequestState state, Optional<Instant> goesOn, T next) {
        boolean over = goesOn.isEmpty();
        commit(
                state,
                over ? Optional.empty() : record.subject(),
                over ? Optional.empty() : record.unique(),
                goesOn,
                next);
    }

    /** Saves that it is over and keeps the person's hash, so that it is found when the person is erased. */
    void ready(T next) {
        commit(RequestState.FULFILLED, record.subject(), Optional.empty(), Optional.empty(), next);
    }

    private void commit(
            RequestState state, Optional<String> subject, Optional<String> unique, Optional<Instant> dueAt, T next) {
        RequestRecord changed = new RequestRecord(
                record.id(),
                record.kind(),
                record.version() + 1,
                state,
                subject,
                unique,
                dueAt,
                clock.instant(),
                CODEC.encode(next));
        store.commit(changed);
        record = changed;
        content = next;
    }
}
