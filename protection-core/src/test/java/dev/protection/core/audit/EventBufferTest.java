package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EventBufferTest {
    private final UnsteadyStore store = new UnsteadyStore();
    private final AuditEngine engine = AuditFixture.engine(store);

    @Test
    void whatIsBufferedIsFoundAtOnce() {
        engine.recordSoon(AuditFixture.read(1));

        assertThat(store.appends).isZero();
        assertThat(engine.find(AuditQuery.ALL)).hasSize(1);
    }

    @Test
    void verifyingCountsWhatIsBuffered() {
        engine.recordSoon(AuditFixture.read(1));

        engine.verify();

        assertThat(store.head().size()).isEqualTo(1);
    }

    @Test
    void closingWritesWhatWaits() {
        engine.recordSoon(AuditFixture.read(1));

        engine.close();

        assertThat(store.head().size()).isEqualTo(1);
    }

    @Test
    void aFullBufferIsWrittenInOneBatch() {
        IntStream.rangeClosed(0, EventBuffer.MOST).forEach(number -> engine.recordSoon(AuditFixture.read(number)));

        assertThat(store.appends).isLessThanOrEqualTo(1 + EventBuffer.MOST / 100); // one, and what a slow machine adds
        assertThat(engine.integrate()).isEqualTo(EventBuffer.MOST + 1);
    }

    @Test
    void readsBeyondTheBoundFailWhileTheStoreDoesNotAnswer() {
        store.down = true;
        int accepted = 0;
        StoreUnavailableException failure = null;
        while (failure == null) {
            try {
                engine.recordSoon(AuditFixture.read(accepted));
                accepted++;
            } catch (StoreUnavailableException e) {
                failure = e;
            }
        }

        assertThat(accepted).isLessThanOrEqualTo(EventBuffer.MOST);
        assertThatThrownBy(() -> engine.recordSoon(AuditFixture.read(0))).isInstanceOf(StoreUnavailableException.class);
        store.down = false;
        engine.recordSoon(AuditFixture.read(accepted));
        assertThat(engine.integrate()).isEqualTo(accepted + 1);
    }

    /** Whatever the store does in between, what was accepted is in the log; twice only where an answer was lost. */
    @Property(tries = 100)
    void nothingAcceptedIsLost(@ForAll @Size(max = 40) List<@IntRange(max = 4) Integer> steps) {
        UnsteadyStore unsteady = new UnsteadyStore();
        AuditEngine recording = AuditFixture.engine(unsteady);
        Set<UUID> accepted = new HashSet<>();
        for (int step : steps) {
            unsteady.down = step == 1 ? !unsteady.down : unsteady.down;
            unsteady.answersLost = step == 2 ? !unsteady.answersLost : unsteady.answersLost;
            if (step == 3) {
                attempt(recording::integrate);
            }
            AuditEvent event = AuditFixture.read(accepted.size());
            if (attempt(() -> recording.recordSoon(event))) {
                accepted.add(event.id());
            }
        }
        unsteady.down = false;
        unsteady.answersLost = false;
        List<UUID> logged =
                recording.find(AuditQuery.ALL).stream().map(AuditEvent::id).toList();
        assertThat(new HashSet<>(logged)).isEqualTo(accepted);
        if (!steps.contains(2)) {
            assertThat(logged).doesNotHaveDuplicates();
        }
    }

    private static boolean attempt(Runnable work) {
        try {
            work.run();
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** A store that can be down, or lose its answer after it has stored. */
    private static final class UnsteadyStore extends ForwardingAuditStore {
        private boolean down;
        private boolean answersLost;
        private int appends;

        @Override
        public void append(List<OutboxEvent> events) {
            appends++;
            if (!down) {
                super.append(events);
            }
            if (down || answersLost) {
                throw new IllegalStateException("no answer");
            }
        }
    }
}
