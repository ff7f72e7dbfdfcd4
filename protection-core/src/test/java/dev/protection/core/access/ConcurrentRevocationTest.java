package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;
import static dev.protection.core.access.AccessFixture.TREE;
import static dev.protection.core.access.AccessFixture.context;
import static dev.protection.core.access.AccessFixture.dataset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.Tenant;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many threads ask while policies and trees come and go. What no policy grants is never permitted, what each grants
 * always, and what was revoked before a question began is refused.
 */
class ConcurrentRevocationTest {
    private static final Grant READS =
            Grant.of(Action.READ).purposes("support").categories("name").tenants(TenantScope.SUBTREE);
    private static final Policy GRANTED = Policy.builder()
            .role("always", READS)
            .role("at-times", READS)
            .role("never")
            .build(MAP);
    private static final Policy REVOKED = Policy.builder()
            .role("always", READS)
            .role("at-times")
            .role("never")
            .build(MAP);
    private static final TenantTree OTHER = TenantTree.of(List.of(
            Tenant.root("agency"), Tenant.root("client"), Tenant.under("page", "client"), Tenant.root("other-page")));

    private final ReplaceableTree tree = new ReplaceableTree(TREE);
    private volatile Policy current = GRANTED;
    private final AccessEngine engine = new AccessEngine(MAP, () -> current, tree, InstantSource.system());
    // Odd while at-times may be granted: raised before each grant, and after each revocation has returned.
    private final AtomicLong epoch = new AtomicLong(1);

    @Test
    void aMillionQuestionsHaveNoWrongAnswer() throws Exception {
        assertThat(wrong(1_000_000)).isZero();
    }

    @Test
    @Tag("thorough")
    void aHundredMillionQuestionsHaveNoWrongAnswer() throws Exception {
        assertThat(wrong(100_000_000)).isZero();
    }

    private long wrong(long questions) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(5);
        AtomicBoolean done = new AtomicBoolean();
        try {
            Future<?> changing = pool.submit(() -> change(done));
            List<Future<Long>> asking = IntStream.range(0, 4)
                    .mapToObj(number -> pool.submit(() -> ask(number, questions / 4)))
                    .toList();
            long wrong = 0;
            for (Future<Long> each : asking) {
                wrong += each.get();
            }
            done.set(true);
            changing.get();
            return wrong;
        } finally {
            done.set(true);
            pool.shutdownNow();
        }
    }

    private void change(AtomicBoolean done) {
        for (int i = 0; !done.get(); i++) {
            tree.replace(i % 3 == 0 ? OTHER : TREE);
            if (epoch.get() % 2 == 1) {
                current = REVOKED;
                engine.reload(change -> {});
                epoch.incrementAndGet();
            } else {
                epoch.incrementAndGet();
                current = GRANTED;
                engine.reload(change -> {});
            }
        }
    }

    /** Tenants of both trees: page lies below client in either, below agency in one, location in neither. */
    private long ask(int number, long questions) {
        ProtectionContext always = context(Set.of("always"), "support", "client", "client");
        ProtectionContext never = context(Set.of("never", "unknown"), "support", "client", "client");
        ProtectionContext atTimes = context(Set.of("at-times"), "support", "client", "client");
        ResolvedQuestion kept = engine.resolve(atTimes, Action.READ, dataset("contact"), Optional.empty());
        TenantId page = TenantId.of("page");
        TenantId location = TenantId.of("location");
        long wrong = 0;
        for (long i = 0; i < questions; i++) {
            switch ((int) ((i + number) % 5)) {
                case 0 -> wrong += permits(always, page) ? 0 : 1;
                case 1 -> wrong += permits(never, page) ? 1 : 0;
                case 2 -> wrong += permits(always, location) ? 1 : 0;
                case 3 -> wrong += permittedAfterRevocation(() -> permits(atTimes, page));
                default -> wrong += permittedAfterRevocation(() -> kept.permits(page));
            }
        }
        return wrong;
    }

    private interface Answer {
        boolean permits();
    }

    /** Wrong only when the question began and ended within one time of revocation. */
    private long permittedAfterRevocation(Answer answer) {
        long before = epoch.get();
        boolean permitted = answer.permits();
        return permitted && before % 2 == 0 && epoch.get() == before ? 1 : 0;
    }

    private boolean permits(ProtectionContext context, TenantId tenant) {
        return engine.decide(context, Action.READ, dataset("contact"), Optional.empty(), tenant)
                .permits();
    }
}
