package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.audit.AuditQuery;
import dev.protection.audit.AuditStore.LogHead;
import dev.protection.audit.Checkpoint;
import dev.protection.audit.TamperedLogException;
import dev.protection.audit.Verification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogVerificationTest {
    private static final int ENTRIES = 1_300; // more than one page of the reader

    @TempDir
    private Path directory;

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        TamperedStore store = AuditFixture.filled(ENTRIES);
        Verification verification = AuditFixture.engine(store).verify();
        assertThat(verification.problems()).isEmpty();
        assertThat(verification.size()).isEqualTo(ENTRIES);
    }

    @Test
    void anEmptyLogIsWhole() {
        assertThat(AuditFixture.engine(new InMemoryAuditStore()).verify().isWhole())
                .isTrue();
    }

    @Test
    void aChangedEntryIsFoundThoughItStillIsAnEvent() {
        assertThat(afterChange(entries -> entries.set(700, replaced(entries.get(700), "\"ann\"", "\"bob\""))))
                .anyMatch(problem -> problem.contains("do not give the root"));
    }

    @Test
    void anEntryThatIsNoEventAnyMoreIsNamed() {
        assertThat(afterChange(entries -> entries.set(700, new byte[] {'{', '}'})))
                .anyMatch(problem -> problem.startsWith("entry 700 "));
    }

    @Test
    void aDroppedEntryIsFound() {
        assertThat(afterChange(entries -> entries.remove(5)))
                .contains("entry " + (ENTRIES - 1) + " of " + ENTRIES + " is missing");
    }

    @Test
    void swappedEntriesAreFound() {
        assertThat(afterChange(entries -> Collections.swap(entries, 3, 4)))
                .anyMatch(problem -> problem.contains("do not give the root"));
    }

    @Test
    void anInsertedEntryIsFound() {
        assertThat(afterChange(entries -> entries.add(9, entries.get(8))))
                .anyMatch(problem -> problem.contains("do not give the root"));
    }

    @Test
    void aCheckpointSignedByAnotherKeyIsFound() {
        LogSigner stranger = AuditFixture.signer();
        assertThat(afterHead(head -> {
                    Checkpoint real = Checkpoint.parse(head.checkpoint());
                    return new LogHead(
                            head.size(),
                            head.range(),
                            stranger.sign(real.size(), real.root()).note());
                }))
                .containsExactly("the log's checkpoint is not signed by the log's keys");
    }

    @Test
    void oneOfTheTwoSignaturesIsNotEnough() {
        assertThat(afterHead(head -> new LogHead(
                        head.size(),
                        head.range(),
                        head.checkpoint()
                                .substring(
                                        0,
                                        head.checkpoint()
                                                        .lastIndexOf(
                                                                '\n',
                                                                head.checkpoint()
                                                                                .length()
                                                                        - 2)
                                                + 1))))
                .containsExactly("the log's checkpoint is not signed by the log's keys");
    }

    @Test
    void aStateOfTheTreeThatWasNotSignedIsFoundAndNothingIsAddedToIt() {
        TamperedStore store = AuditFixture.filled(7);
        store.changeHead(head -> {
            List<byte[]> range = new ArrayList<>(head.range());
            range.set(0, MerkleRange.leafHash(new byte[0]));
            return new LogHead(head.size(), range, head.checkpoint());
        });
        AuditEngine engine = AuditFixture.engine(store);
        assertThat(engine.verify().problems())
                .containsExactly("the stored state of the tree is not the one that was signed");
        engine.record(AuditFixture.read(8));
        assertThatThrownBy(engine::integrate).isInstanceOf(TamperedLogException.class);
        assertThatThrownBy(() -> engine.find(AuditQuery.ALL)).isInstanceOf(TamperedLogException.class);
        assertThat(store.head().size()).isEqualTo(7);
    }

    @Test
    void aLogCutBackToAnOlderHeadIsFoundByTheAnchor() {
        TamperedStore store = AuditFixture.filled(10);
        LogHead older = store.head();
        FileAnchor anchor = new FileAnchor(directory);
        AuditEngine engine = AuditFixture.engine(store, anchor);
        engine.record(AuditFixture.read(11));
        engine.integrate();
        assertThat(engine.verify().isWhole()).isTrue();
        store.changeEntries(entries -> entries.subList(0, 10));
        store.changeHead(real -> older);
        assertThat(engine.verify().problems())
                .containsExactly("the log has 10 entries, but anchor file knows of 11: entries were removed, or the log"
                        + " was restored from an older copy");
    }

    @Test
    void aLogWrittenAnewWithTheSameKeysIsFoundByTheAnchorWhichKeepsItsOwn() {
        FileAnchor anchor = new FileAnchor(directory);
        AuditFixture.engine(AuditFixture.filled(10), anchor).integrate();
        Checkpoint kept = anchor.latest(AuditFixture.ORIGIN).orElseThrow();
        AuditEngine forged = AuditFixture.engine(AuditFixture.filled(12), anchor);
        assertThat(forged.verify().problems())
                .containsExactly("the first 10 entries are not those that anchor file knows: the log was rewritten");
        assertThatThrownBy(forged::integrate).isInstanceOf(TamperedLogException.class);
        assertThat(anchor.latest(AuditFixture.ORIGIN)).contains(kept);
    }

    @Test
    void anIndexThatHidesAnEntryIsFound() {
        TamperedStore store = AuditFixture.filled(3);
        store.changeIndex(terms -> Set.of());
        assertThat(AuditFixture.engine(store).verify().problems())
                .containsExactly("entry 0 is not found by what it says: the index was changed");
    }

    @Test
    void anAnchorWithACheckpointOfSomebodyElseIsFound() {
        TamperedStore store = AuditFixture.filled(3);
        FileAnchor anchor = new FileAnchor(directory);
        Checkpoint real = Checkpoint.parse(store.head().checkpoint());
        anchor.publish(AuditFixture.signer().sign(real.size(), real.root()));
        assertThat(AuditFixture.engine(store, anchor).verify().problems())
                .containsExactly("the checkpoint kept by anchor file is not signed by the log's keys");
    }

    private static List<String> afterChange(Consumer<List<byte[]>> change) {
        TamperedStore store = AuditFixture.filled(ENTRIES);
        store.changeEntries(all -> {
            List<byte[]> entries = new ArrayList<>(all);
            change.accept(entries);
            return entries;
        });
        return AuditFixture.engine(store).verify().problems();
    }

    private static List<String> afterHead(UnaryOperator<LogHead> change) {
        TamperedStore store = AuditFixture.filled(7);
        store.changeHead(change);
        return AuditFixture.engine(store).verify().problems();
    }

    private static byte[] replaced(byte[] leaf, String what, String with) {
        return new String(leaf, StandardCharsets.UTF_8).replace(what, with).getBytes(StandardCharsets.UTF_8);
    }
}
