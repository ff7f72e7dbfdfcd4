package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.StoreUnavailableException;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.rights.Phase;
import dev.protection.rights.RequestId;
import dev.protection.rights.SubjectRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Wherever a caller's change of a hold or request is cut off: what was changed has its record. */
class RecordFirstTest {
    private static final LegalHold HOLD = new LegalHold(World.ANN, "matter 7", "law suit", Optional.empty());

    @Test
    void placingAHold() {
        everywhere(world -> node -> node.retention().hold(HOLD));
    }

    @Test
    void releasingAHold() {
        everywhere(world -> {
            HoldId hold = world.node().retention().hold(HOLD);
            return node -> node.retention().release(hold, "settled");
        });
    }

    @Test
    void submittingARequest() {
        everywhere(world -> node -> node.rights().submit(SubjectRequest.erase(World.ANN)));
    }

    @Test
    void approvingARequest() {
        everywhere(world -> {
            RequestId id = world.node().rights().submit(SubjectRequest.erase(World.ANN));
            return node -> node.rights().approve(id);
        });
    }

    @Test
    void cancellingARequest() {
        everywhere(world -> {
            RequestId id = world.node().rights().submit(SubjectRequest.erase(World.ANN));
            return node -> node.rights().cancel(id, "a mistake");
        });
    }

    @Test
    void approvingARetentionPlan() {
        everywhere(world -> node -> node.retention().apply(node.retention().plan(world.now)));
    }

    @Test
    void readmittingAPerson() {
        everywhere(world -> {
            world.states.update(World.ANN, state -> state.withPhase(Phase.ERASED));
            return node -> node.rights().readmit(World.ANN, "order 12");
        });
    }

    private static void everywhere(Function<World, Consumer<RightsFlows>> prepare) {
        Faults counting = new Faults();
        World calm = new World();
        Consumer<RightsFlows> change = prepare.apply(calm);
        String before = durable(calm);
        int events = calm.events.size();
        change.accept(calm.node(counting));
        assertThat(durable(calm)).isNotEqualTo(before);
        assertThat(calm.events).hasSize(events + 1);
        assertThat(counting.seen()).isGreaterThan(1);
        for (int at = 1; at <= counting.seen(); at++) {
            cutOff(prepare, at, false);
            cutOff(prepare, at, true);
        }
    }

    private static void cutOff(Function<World, Consumer<RightsFlows>> prepare, int at, boolean after) {
        World world = new World();
        Consumer<RightsFlows> change = prepare.apply(world);
        String before = durable(world);
        int events = world.events.size();
        Faults faults = new Faults();
        faults.failAt(at, after);
        try {
            change.accept(world.node(faults));
        } catch (StoreUnavailableException killed) {
            assertThat(faults.hasFailed()).isTrue();
        }
        assertThat(faults.hasFailed()).isTrue();
        assertThat(world.events.size() > events || durable(world).equals(before))
                .as("cut off %s change %d", after ? "after" : "before", at)
                .isTrue();
    }

    private static String durable(World world) {
        return world.data()
                + world.holds.inForce()
                + world.ledger.lines(0, 100).size()
                + world.requests.due(Instant.MAX, 100).stream()
                        .map(request -> request.id() + " " + request.state())
                        .toList()
                + world.requests.ofSubject(world.hash().hex(World.ANN)).stream()
                        .map(request -> request.id() + " " + request.state())
                        .toList();
    }
}
