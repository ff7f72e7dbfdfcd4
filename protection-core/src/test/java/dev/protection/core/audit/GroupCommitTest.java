package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int FOLLOWERS = 20;

    private final List<Thread> threads = new ArrayList<>();
    private final GatedStore store = new GatedStore();
    private final AuditEngine engine = AuditFixture.engine(store);

    @Test
    void callersThatComeWhileOneWritesAreWrittenTogether() throws Exception {
        List<FutureTask<?>> callers = leaderAndFollowers();
        store.open.countDown();
        for (FutureTask<?> caller : callers) {
            caller.get();
        }
        assertThat(store.batches).containsExactly(1, FOLLOWERS);
    }

    @Test
    void aCallerReturnsOnlyAfterItsEventIsKept() throws Exception {
        List<FutureTask<?>> callers = leaderAndFollowers();
        assertThat(callers).noneMatch(FutureTask::isDone);
        store.open.countDown();
        for (FutureTask<?> caller : callers) {
            caller.get();
        }
        assertThat(engine.integrate()).isEqualTo(FOLLOWERS + 1);
    }

    @Test
    void aFailureReachesEveryCallerOfTheBatchAndNobodyElse() throws Exception {
        List<FutureTask<?>> callers = leaderAndFollowers();
        store.failure = new IllegalStateException("the database is gone");
        store.open.countDown();
        callers.remove(0).get();
        for (FutureTask<?> caller : callers) {
            assertThatThrownBy(caller::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(StoreUnavailableException.class);
        }
        store.failure = null;
        engine.record(AuditFixture.read(1));
        assertThat(engine.integrate()).isEqualTo(2);
    }

    @Test
    void anErrorOfTheWriterLeavesNobodyWaiting() throws Exception {
        List<FutureTask<?>> callers = leaderAndFollowers();
        store.failure = new AssertionError("out of luck");
        store.open.countDown();
        callers.remove(0).get();
        for (FutureTask<?> caller : callers) {
            assertThatThrownBy(caller::get).isInstanceOf(ExecutionException.class);
        }
    }

    /** One caller is held inside the store, and all the others wait behind it. */
    private List<FutureTask<?>> leaderAndFollowers() throws InterruptedException {
        List<FutureTask<?>> callers = new ArrayList<>();
        callers.add(started(0));
        store.entered.await();
        for (int i = 1; i <= FOLLOWERS; i++) {
            callers.add(started(i));
        }
        for (Thread follower : threads.subList(1, threads.size())) {
            while (follower.getState() != Thread.State.WAITING) {
                Thread.onSpinWait(); // until it waits for the leader
            }
        }
        return callers;
    }

    private FutureTask<?> started(int number) {
        FutureTask<?> caller = new FutureTask<>(() -> engine.record(AuditFixture.read(number)), true);
        Thread thread = new Thread(caller);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
        return caller;
    }

    /** A store whose first write waits until it is let go. */
    private static final class GatedStore extends ForwardingAuditStore {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);
        private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        private volatile @Nullable Throwable failure;

        @Override
        public void append(List<OutboxEvent> events) {
            boolean first = entered.getCount() > 0;
            entered.countDown();
            await();
            batches.add(events.size());
            if (!first && failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (!first && failure instanceof Error error) {
                throw error;
            }
            super.append(events);
        }

        private void await() {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
