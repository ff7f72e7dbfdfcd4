package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import dev.protection.core.audit.FileAnchor;
import dev.protection.core.rights.LedgerBrokenException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchoredLedgerTest {
    private final World world = new World();

    @TempDir
    Path folder = Path.of("");

    private RequestId approved() {
        RequestId id = world.node().rights().submit(SubjectRequest.erase(World.ANN));
        world.node().rights().approve(id);
        return id;
    }

    @Test
    void nothingIsDestroyedBeforeEveryAnchorKnows() {
        SwitchedAnchor silent = new SwitchedAnchor();
        world.anchors.add(new FileAnchor(folder));
        world.anchors.add(silent);
        RequestId id = approved();
        assertThatThrownBy(() -> world.node().run(id)).isInstanceOf(StoreUnavailableException.class);
        assertThat(world.keys.ofSubject(World.ANN)).hasSize(2);
        assertThat(world.tables.rows.toString()).contains("1-city");
        silent.answers = true;
        world.node().run(id);
        assertThat(world.node().rights().status(id).state()).isEqualTo(RequestState.FULFILLED);
        assertThat(silent.latest(AnchoredLedger.ORIGIN).map(Checkpoint::size)).contains(2L);
    }

    @Test
    void aStartNeedsOneAnchorThatAnswers() {
        world.anchors.add(new SwitchedAnchor());
        assertThatThrownBy(() -> world.node().start()).isInstanceOf(StoreUnavailableException.class);
        world.anchors.add(new FileAnchor(folder));
        assertThatCode(() -> world.node().start()).doesNotThrowAnyException();
    }

    @Test
    void theLedgerOfAnotherInstallationIsNoAnswer() {
        world.anchors.add(new FileAnchor(folder));
        World other = new World();
        other.anchors.add(new FileAnchor(folder));
        RequestId id = other.node().rights().submit(SubjectRequest.erase(World.BEN));
        other.node().rights().approve(id);
        other.node().run(id);
        assertThatThrownBy(() -> world.node().start()).isInstanceOf(LedgerBrokenException.class);
    }

    /** Answers once it is switched on. */
    private static final class SwitchedAnchor implements Anchor {
        private boolean answers;
        private Optional<Checkpoint> kept = Optional.empty();

        @Override
        public String name() {
            return "switched";
        }

        @Override
        public void publish(Checkpoint checkpoint) {
            requireAnswer();
            kept = Optional.of(checkpoint);
        }

        @Override
        public Optional<Checkpoint> latest(String origin) {
            requireAnswer();
            return kept;
        }

        private void requireAnswer() {
            if (!answers) {
                throw new StoreUnavailableException("anchor", new IllegalStateException("off"));
            }
        }
    }
}
