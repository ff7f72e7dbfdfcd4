package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.TREE;
import static dev.protection.core.access.AccessFixture.context;
import static dev.protection.core.access.AccessFixture.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.access.Decision;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyReplacementTest {
    private static final Grant READS = Grant.of(Action.READ).purposes("support").categories("name");
    private static final Policy ONE =
            Policy.builder().role("a", READS).role("b").build(MAP);
    private static final Policy OTHER =
            Policy.builder().role("a").role("b", READS).build(MAP);
    private volatile Policy current = ONE;
    private final AccessEngine engine = new AccessEngine(MAP, () -> current, TREE, InstantSource.system());

    @Test
    void aRevocationHoldsForTheNextDecision() {
        ProtectionContext a = context(Set.of("a"), "support", "page", "page");
        for (int i = 0; i < 2_000; i++) {
            boolean one = i % 2 == 0;
            current = one ? ONE : OTHER;
            engine.reload(change -> {});
            assertThat(read(a).permits()).isEqualTo(one);
        }
    }

    @Test
    void underReloadsEachDecisionIsWhollyOfOnePolicy() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> readers = Stream.generate(() -> pool.submit(this::exactlyOneRoleReads))
                    .limit(3)
                    .toList();
            for (int i = 0; i < 3_000; i++) {
                current = i % 2 == 0 ? OTHER : ONE;
                engine.reload(change -> {});
            }
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    // Under either policy an actor of both roles reads by exactly one grant.
    private boolean exactlyOneRoleReads() {
        ProtectionContext both = context(Set.of("a", "b"), "support", "page", "page");
        for (int i = 0; i < 100_000; i++) {
            if (read(both).facts().grants().size() != 1) {
                return false;
            }
        }
        return true;
    }

    private Decision read(ProtectionContext context) {
        return decide(engine, context, Action.READ, "contact.full_name", "page");
    }
}
