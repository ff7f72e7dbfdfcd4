package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Holds come and go in any order, while erasures wait. */
class HoldProperties {
    /** True places a hold, false releases the oldest. */
    @Property(tries = 60)
    void theLastReleaseSchedulesEveryDeferredErasure(@ForAll @Size(min = 1, max = 8) List<Boolean> steps) {
        World world = new World();
        RightsFlows node = world.node();
        List<HoldId> holds = new ArrayList<>(List.of(hold(node, 0)));
        List<RequestId> erasures = List.of(erasure(node, world));
        for (boolean place : steps) {
            if (place) {
                holds.add(hold(node, holds.size()));
            } else if (!holds.isEmpty()) {
                node.retention().release(holds.remove(0), "settled");
            }
            World.work(node);
            RequestState expected = holds.isEmpty() ? RequestState.FULFILLED : RequestState.ACTION_DELAYED;
            erasures.forEach(id -> assertThat(node.rights().status(id).state()).isEqualTo(expected));
            if (holds.isEmpty()) {
                return;
            }
        }
    }

    private static RequestId erasure(RightsFlows node, World world) {
        RequestId id = node.rights().submit(SubjectRequest.erase(World.ANN));
        node.rights().approve(id);
        World.work(node);
        assertThat(world.keys.ofSubject(World.ANN)).hasSize(2);
        return id;
    }

    private static HoldId hold(RightsFlows node, int number) {
        return node.retention().hold(new LegalHold(World.ANN, "matter " + number, "law suit", Optional.empty()));
    }
}
