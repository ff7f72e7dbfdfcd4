package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.rights.ErasureLedger;
import dev.protection.rights.ErasureLedger.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ErasureLedger} keeps. Extend it and say how an empty ledger is made. */
public abstract class ErasureLedgerContract {
    private static final int THREADS = 8;

    private ErasureLedger ledger;

    /**
     * Returns an empty ledger.
     *
     * @return a ledger without lines
     * @throws Exception when it cannot be made
     */
    protected abstract ErasureLedger emptyLedger() throws Exception;

    @BeforeEach
    void makeLedger() throws Exception {
        ledger = emptyLedger();
    }

    private static Line line(long position, String id) {
        return new Line(position, id, ("entry of " + id).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyLedgerHasNoLines() {
        assertThat(ledger.last()).isEmpty();
        assertThat(ledger.find("a")).isEmpty();
        assertThat(ledger.lines(0, 10)).isEmpty();
    }

    @Test
    void linesStayInOrder() {
        for (int i = 0; i < 5; i++) {
            assertThat(ledger.append(line(i, "id" + i))).isTrue();
        }
        assertThat(ledger.last()).contains(line(4, "id4"));
        assertThat(ledger.find("id2")).contains(line(2, "id2"));
        assertThat(ledger.lines(0, 2)).containsExactly(line(0, "id0"), line(1, "id1"));
        assertThat(ledger.lines(3, 10)).containsExactly(line(3, "id3"), line(4, "id4"));
        assertThat(ledger.lines(9, 10)).isEmpty();
    }

    @Test
    void aTakenPositionATakenIdAndAGapAreRefused() {
        assertThat(ledger.append(line(0, "a"))).isTrue();
        assertThat(ledger.append(line(0, "b"))).isFalse();
        assertThat(ledger.append(line(1, "a"))).isFalse();
        assertThat(ledger.append(line(2, "b"))).isFalse();
        assertThat(ledger.lines(0, 10)).containsExactly(line(0, "a"));
    }

    @Test
    void ofManyWritersOneTakesAPosition() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Line line = line(0, "id" + i);
                work.add(() -> ledger.append(line));
            }
            List<Boolean> won = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(work)) {
                won.add(each.get());
            }
            assertThat(won).containsOnlyOnce(true);
            assertThat(ledger.lines(0, 10)).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }
}
