package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.core.audit.FileAnchor;
import dev.protection.core.rights.InMemoryErasureLedger;
import dev.protection.core.rights.InMemoryLedgerEpochStore;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.retention.LegalHold;
import dev.protection.rights.ErasureLedger.Line;
import dev.protection.rights.LedgerEpochStore.Epoch;
import dev.protection.rights.QuarantineException;
import dev.protection.rights.RequestId;
import dev.protection.rights.SubjectRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReplayTest {
    private final World world = new World();

    @TempDir
    Path folder = Path.of("");

    private RequestId erase() {
        RightsFlows node = world.node();
        RequestId id = node.rights().submit(SubjectRequest.erase(World.ANN));
        node.rights().approve(id);
        World.work(node);
        return id;
    }

    /** The invoice's duty has ended, so that nothing is kept. */
    private void eraseAll() {
        world.now = world.now.plus(Duration.ofDays(6 * 366));
        erase();
    }

    private void assertServing(boolean serving) {
        if (serving) {
            assertThatCode(world.guard::requireServing).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(world.guard::requireServing).isInstanceOf(QuarantineException.class);
        }
    }

    @Test
    void anErasureIsSeenByItsOwnData() {
        erase();
        assertThat(world.epoch.get().lines()).isEqualTo(2);
        world.node().start();
        assertServing(true);
    }

    @Test
    void aRestoredBackupIsNotServedUntilItIsAsIfNeverRestored() {
        erase();
        String never = world.data();
        world.restoreTheFirstBackup();
        assertThat(world.data()).isNotEqualTo(never);
        RightsFlows node = world.node();
        node.start();
        assertServing(false);
        assertThat(node.replay()).isTrue();
        assertServing(true);
        assertThat(world.data()).isEqualTo(never);
        assertThat(world.node().replay()).as("nothing is left to do").isTrue();
    }

    @Test
    void whoWasErasedWholeStaysErased() {
        eraseAll();
        String never = world.data();
        world.restoreTheFirstBackup();
        assertThat(world.node().replay()).isTrue();
        assertThat(world.data()).isEqualTo(never).contains("ERASED");
    }

    @Test
    void whoIsInNoBackupStaysErasedToo() {
        eraseAll();
        world.restoreTheFirstBackup();
        world.tables.rows.clear();
        assertThat(world.node().replay()).isTrue();
        assertThat(world.data()).contains("phase=ERASED");
    }

    @Test
    void aHoldThatTheBackupBringsBackDoesNotStopTheReplay() {
        erase();
        String never = world.data();
        world.restoreTheFirstBackup();
        world.node().retention().hold(new LegalHold(World.ANN, "old matter", "over", Optional.empty()));
        assertThat(world.node().replay()).isTrue();
        assertThat(world.data()).isEqualTo(never);
    }

    @Test
    void whoWasReadmittedIsErasedOnceMoreAndBeginsAnew() {
        eraseAll();
        world.node().rights().readmit(World.ANN, "case 7");
        assertServing(true);
        String never = world.data();
        world.restoreTheFirstBackup();
        assertThat(world.node().replay()).isTrue();
        assertThat(world.data()).isEqualTo(never).doesNotContain("ERASED");
    }

    @Test
    void killedAnywhereAndBegunAgainItEndsTheSame() {
        erase();
        String never = world.data();
        Faults counting = new Faults();
        world.restoreTheFirstBackup();
        world.node(counting).replay();
        assertThat(counting.seen()).isGreaterThan(10);
        for (int change = 1; change <= counting.seen(); change++) {
            killed(change, false, never);
            killed(change, true, never);
        }
    }

    private void killed(int change, boolean after, String never) {
        world.restoreTheFirstBackup();
        Faults faults = new Faults();
        faults.failAt(change, after);
        try {
            world.node(faults).replay();
        } catch (StoreUnavailableException killed) {
            assertThat(faults.hasFailed()).isTrue();
        }
        assertThat(world.node().replay()).as("at %d", change).isTrue();
        assertServing(true);
        assertThat(world.data()).as("at %d", change).isEqualTo(never);
    }

    @Test
    void anErasureUnderWayIsNoRollback() {
        for (int change = 1; change < 40; change++) {
            World other = new World();
            RequestId id = other.node().rights().submit(SubjectRequest.erase(World.ANN));
            other.node().rights().approve(id);
            Faults faults = new Faults();
            faults.failAt(change, true);
            try {
                other.node(faults).run(id);
            } catch (StoreUnavailableException killed) {
                assertThat(faults.hasFailed()).isTrue();
            }
            other.node().start();
            assertThatCode(other.guard::requireServing).as("after %d", change).doesNotThrowAnyException();
        }
    }

    @Test
    void aLedgerThatIsOlderThanTheDataOrAnAnchorIsNotBelieved() {
        world.anchors.add(new FileAnchor(folder));
        erase();
        Line first = world.ledger.lines(0, 1).get(0);
        world.ledger = new InMemoryErasureLedger();
        world.ledger.append(first);
        assertThatThrownBy(() -> world.node().start())
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessageContaining("anchor file");
        world.anchors.clear();
        assertThatThrownBy(() -> world.node().start())
                .isInstanceOf(LedgerBrokenException.class)
                .hasMessageContaining("the data");
        assertServing(false);
        world.epoch = new InMemoryLedgerEpochStore();
        world.epoch.advance(new Epoch(1, "00".repeat(32)));
        assertThatThrownBy(() -> world.node().replay()).isInstanceOf(LedgerBrokenException.class);
    }

    @Test
    void theLedgerNamesPersonsByHashAlone() {
        erase();
        for (Line line : world.ledger.lines(0, 10)) {
            String text = new String(line.entry(), StandardCharsets.UTF_8);
            assertThat(text).contains(HexFormat.of().formatHex(world.hash().bytes(World.ANN)));
            assertThat(text.replaceAll(
                            "\"(subject|hash|previous|id|at|asOf|keys|type|phase|v|position|records)\":", ""))
                    .matches("[-{}\\[\\]\",:0-9a-fA-Z./TZbegincomplete]*");
        }
    }
}
