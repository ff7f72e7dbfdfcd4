package dev.protection.core.audit;

import dev.protection.audit.Anchor;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore;
import dev.protection.audit.AuditStore.OutboxEvent;
import dev.protection.audit.Verification;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Records events durably, moves them into the log, and verifies it. Safe for use by several threads.
 *
 * <p>A flood of refusals that say the same is recorded as the first of them and one event with the number of the others;
 * on another node that number is seen after the window at the latest.
 */
public final class AuditEngine implements AutoCloseable {
    private final AuditStore store;
    private final LogSigner signer;
    private final List<Anchor> anchors;
    private final AuditSettings settings;
    private final AuditMeters meters;
    private final EventCodec codec = new EventCodec();
    private final GroupCommit commit;
    private final EventBuffer buffer;
    private final RefusalFlood flood;
    private final LogUpkeep upkeep;
    private final List<Future<?>> background = new ArrayList<>();

    /**
     * Makes an engine.
     *
     * @param store where the log is kept
     * @param signer signs its checkpoints
     * @param anchors keep its newest checkpoint elsewhere
     * @param settings how often the log is written on
     * @param clock the time
     * @param registry takes the counters
     */
    public AuditEngine(
            AuditStore store,
            LogSigner signer,
            List<Anchor> anchors,
            AuditSettings settings,
            InstantSource clock,
            MeterRegistry registry) {
        this.store = store;
        this.signer = signer;
        this.anchors = List.copyOf(anchors);
        this.settings = settings;
        this.meters = new AuditMeters(registry);
        this.commit = new GroupCommit(store, meters);
        this.buffer = new EventBuffer(commit);
        this.flood = new RefusalFlood(settings.refusalWindow(), clock);
        this.upkeep = new LogUpkeep(store, signer, anchors, settings.anchorInterval(), clock, meters);
    }

    /**
     * Begins to move events into the log in the background, until this is closed.
     *
     * @param scheduler runs it; its threads should be daemons. Not closed with this
     */
    public void start(ScheduledExecutorService scheduler) {
        long interval = settings.integrationInterval().toMillis();
        synchronized (background) {
            background.add(scheduler.scheduleWithFixedDelay(this::run, interval, interval, TimeUnit.MILLISECONDS));
            long soon = EventBuffer.INTERVAL.toMillis();
            background.add(scheduler.scheduleWithFixedDelay(this::flush, soon, soon, TimeUnit.MILLISECONDS));
        }
    }

    private void flush() {
        upkeep.attempt("record what was buffered", buffer::flush);
    }

    private void run() {
        upkeep.attempt("record what was counted", () -> recordCounted(flood.takeEnded()));
        upkeep.attempt("move events into the log", upkeep::integrate);
        upkeep.attempt("give its head to an anchor", upkeep::publishWhenDue);
    }

    /**
     * Records an event on the store's own connection. One of more than 1,000 persons becomes several; a refusal like one
     * recorded just before is counted.
     *
     * @param event the event; durable when this returns
     * @throws dev.protection.StoreUnavailableException when it cannot be kept: the operation must fail
     * @throws dev.protection.audit.EventTooLargeException when it has too many fields for an entry
     */
    public void record(AuditEvent event) {
        boolean refusal = event.outcome() == AuditEvent.Outcome.REFUSED;
        List<OutboxEvent> encoded = outbox(event);
        if (refusal && !flood.admit(event)) {
            meters.count(AuditMetric.COALESCED, 1);
            return;
        }
        try {
            commit.append(encoded);
        } catch (RuntimeException e) {
            if (refusal) {
                flood.notRecorded(event);
            }
            throw e;
        }
    }

    /**
     * Records an event within the bound of {@link dev.protection.AuditMode#BUFFERED}.
     *
     * @param event the event; not a refusal
     * @throws dev.protection.StoreUnavailableException when the bound is reached and what waits cannot be kept: the
     *     operation must fail
     * @throws dev.protection.audit.EventTooLargeException when it has too many fields for an entry
     */
    public void recordSoon(AuditEvent event) {
        buffer.add(outbox(event));
    }

    private void recordCounted(List<AuditEvent> counted) {
        if (counted.isEmpty()) {
            return;
        }
        try {
            commit.append(
                    counted.stream().flatMap(event -> outbox(event).stream()).toList());
        } catch (RuntimeException e) {
            flood.putBack(counted);
            throw e;
        }
    }

    /**
     * Keeps events that are {@linkplain #outbox ready} for the outbox, where there is no business transaction.
     *
     * @param events the events; durable when this returns
     * @throws dev.protection.StoreUnavailableException when they cannot be kept: the operation must fail
     */
    public void keep(List<OutboxEvent> events) {
        commit.append(events);
    }

    /**
     * Returns what an event is in the outbox, for a business transaction to store.
     *
     * @param event the event
     * @return one for every 1,000 persons, at least one
     * @throws dev.protection.audit.EventTooLargeException when it has too many fields for an entry
     */
    public List<OutboxEvent> outbox(AuditEvent event) {
        return EventParts.of(event).stream()
                .map(part -> new OutboxEvent(part.id(), part.at(), codec.encode(part)))
                .toList();
    }

    /**
     * Returns the bytes of an event of few persons.
     *
     * @param event the event
     * @return its encoding
     * @throws dev.protection.audit.EventTooLargeException when it has too many persons or fields for an entry; {@link
     *     #outbox} cuts it up
     */
    public byte[] encode(AuditEvent event) {
        return codec.encode(event);
    }

    /**
     * Moves everything that waits into the log and gives the anchors its head.
     *
     * @return how many events were moved
     * @throws dev.protection.StoreUnavailableException when the store or an anchor does not answer
     * @throws dev.protection.audit.TamperedLogException when the head is not the one that was signed, or the log does not
     *     continue what an anchor keeps
     */
    public int integrate() {
        int moved = moveAll();
        upkeep.publish();
        return moved;
    }

    private int moveAll() {
        buffer.flush();
        recordCounted(flood.takeAll());
        return upkeep.integrate();
    }

    /**
     * Finds events, as {@link dev.protection.audit.AuditLog#find} promises.
     *
     * @param query which
     * @return the events in the order of the log
     */
    public List<AuditEvent> find(AuditQuery query) {
        moveAll();
        return new LogSearch(store, codec).find(query);
    }

    /**
     * Verifies the log, as {@link dev.protection.audit.AuditLog#verify} promises.
     *
     * @return what was verified and what is wrong
     */
    public Verification verify() {
        buffer.flush();
        recordCounted(flood.takeAll());
        upkeep.attempt(
                "move events into the log", upkeep::integrate); // a log that is not whole is verified all the same
        return new LogVerification(store, signer, anchors).run();
    }

    /**
     * Writes the log as files, as {@link dev.protection.audit.AuditLog#export} promises.
     *
     * @param directory a directory, made when missing, otherwise empty
     */
    public void export(Path directory) {
        moveAll();
        new LogExport(store, signer).write(directory);
    }

    /**
     * Stops the background work and writes what was buffered or counted.
     *
     * @throws dev.protection.StoreUnavailableException when that cannot be kept
     */
    @Override
    public void close() {
        synchronized (background) {
            background.forEach(work -> work.cancel(false));
            background.clear();
        }
        buffer.flush();
        recordCounted(flood.takeAll());
        upkeep.attempt("move events into the log", upkeep::integrate);
        upkeep.attempt("give its head to an anchor", upkeep::publish);
    }
}
