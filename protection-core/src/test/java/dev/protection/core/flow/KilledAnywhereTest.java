package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.StoreUnavailableException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** For every change of every store: failing before it or after it and starting again ends in the same state. */
class KilledAnywhereTest {
    private static RequestId erasure(World world) {
        RequestId id = world.node().rights().submit(SubjectRequest.erase(World.ANN));
        world.node().rights().approve(id);
        return id;
    }

    private static RequestId export(World world) {
        return world.node().rights().submit(SubjectRequest.export(World.ANN));
    }

    private static RequestId retention(World world) {
        return world.node().retention().apply(world.node().retention().plan(world.now));
    }

    /** An erasure that kept an invoice, whose duty has ended. */
    private static RequestId finishing(World world) {
        erasure(world);
        World.work(world.node());
        world.now = world.now.plus(Duration.ofDays(6 * 366));
        return retention(world);
    }

    @Test
    void anErasureEndsTheSame() {
        everywhere(KilledAnywhereTest::erasure);
    }

    @Test
    void anExportEndsTheSame() {
        everywhere(KilledAnywhereTest::export);
    }

    @Test
    void aRetentionRunEndsTheSame() {
        everywhere(KilledAnywhereTest::retention);
    }

    @Test
    void aRunThatFinishesAnErasureEndsTheSame() {
        everywhere(KilledAnywhereTest::finishing);
    }

    private static void everywhere(Function<World, RequestId> prepare) {
        Faults counting = new Faults();
        World calm = new World();
        RequestId id = prepare.apply(calm);
        calm.node(counting).run(id);
        assertThat(counting.seen()).isGreaterThan(2);
        for (int change = 1; change <= counting.seen(); change++) {
            assertThat(killedAt(prepare, change, false)).as("before %d", change).isEqualTo(calm.state());
            assertThat(killedAt(prepare, change, true)).as("after %d", change).isEqualTo(calm.state());
        }
    }

    private static String killedAt(Function<World, RequestId> prepare, int change, boolean after) {
        World world = new World();
        RequestId id = prepare.apply(world);
        Faults faults = new Faults();
        faults.failAt(change, after);
        try {
            world.node(faults).run(id);
        } catch (StoreUnavailableException killed) {
            assertThat(faults.hasFailed()).isTrue();
        }
        assertThat(faults.hasFailed()).isTrue();
        Instant before = world.now;
        RightsFlows other = world.node();
        other.run(id);
        world.now = before.plus(Duration.ofMinutes(10)); // a source that failed is tried again by then
        World.work(other);
        world.now = before;
        assertThat(world.node().rights().status(id).state()).isEqualTo(RequestState.FULFILLED);
        return world.state();
    }
}
