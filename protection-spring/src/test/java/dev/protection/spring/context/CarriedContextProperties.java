package dev.protection.spring.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However captured contexts are set on a thread, one within the other: each ends with the one before it. */
class CarriedContextProperties {
    private static final ContextSnapshotFactory SNAPSHOTS =
            ContextSnapshotFactory.builder().clearMissing(true).build();
    private static final int NONE = 4;
    private static final int END = 5;

    private record Set(ContextSnapshot.Scope scope, Optional<String> before) {}

    @Property
    void threadIsAsItWas(@ForAll @Size(max = 30) List<@IntRange(max = END) Integer> steps) {
        Deque<Set> open = new ArrayDeque<>();
        for (int step : steps) {
            if (step == END) {
                end(open);
            } else {
                ContextSnapshot captured = captured(step);
                Optional<String> before = bound();
                open.push(new Set(captured.setThreadLocals(), before));
                assertThat(bound()).isEqualTo(step == NONE ? Optional.empty() : Optional.of("actor-" + step));
            }
        }
        while (!open.isEmpty()) {
            end(open);
        }
        assertThat(bound()).isEmpty();
    }

    private static void end(Deque<Set> open) {
        if (!open.isEmpty()) {
            Set last = open.pop();
            last.scope().close();
            assertThat(bound()).isEqualTo(last.before());
        }
    }

    private static ContextSnapshot captured(int who) {
        if (who == NONE) {
            try (Scope none = ProtectionContext.none()) {
                return SNAPSHOTS.captureAll();
            }
        }
        Actor actor = Actor.of("actor-" + who, "agent", "acme");
        try (Scope scope =
                ProtectionContext.of(actor, "support", TenantId.of("acme")).open()) {
            return SNAPSHOTS.captureAll();
        }
    }

    private static Optional<String> bound() {
        return ProtectionContext.current().map(context -> context.actor().id());
    }
}
