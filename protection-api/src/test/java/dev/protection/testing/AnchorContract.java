package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.audit.Anchor;
import dev.protection.audit.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Anchor} keeps. Extend it and say how an empty anchor is made. */
public abstract class AnchorContract {
    /** The name of the log whose checkpoints are kept. */
    protected static final String ORIGIN = "example.com/log";

    private static final int MANY = 40;

    private Anchor anchor;

    /**
     * Returns an empty anchor.
     *
     * @return an anchor without a checkpoint
     * @throws Exception when it cannot be made
     */
    protected abstract Anchor emptyAnchor() throws Exception;

    /**
     * Returns another way to the same anchor, as another node or a later process has one.
     *
     * @param first what {@link #emptyAnchor} returned
     * @return another anchor over the same state
     * @throws Exception when it cannot be made
     */
    protected abstract Anchor opened(Anchor first) throws Exception;

    @BeforeEach
    void makeAnchor() throws Exception {
        anchor = emptyAnchor();
    }

    @Test
    void anEmptyAnchorKnowsNothing() {
        assertThat(anchor.latest(ORIGIN)).isEmpty();
        assertThat(anchor.name()).isNotBlank();
    }

    @Test
    void whatWasPublishedIsKeptWhole() throws Exception {
        Checkpoint checkpoint = checkpoint(7, 1);
        anchor.publish(checkpoint);
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint);
        assertThat(opened(anchor).latest(ORIGIN)).contains(checkpoint);
    }

    @Test
    void theNewestIsTheLargest() {
        anchor.publish(checkpoint(7, 1));
        anchor.publish(checkpoint(9, 2));
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(9, 2));
    }

    @Test
    void oneOfASmallerLogIsIgnored() throws Exception {
        anchor.publish(checkpoint(9, 1));
        anchor.publish(checkpoint(7, 2));
        opened(anchor).publish(checkpoint(8, 3));
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(9, 1));
    }

    @Test
    void anotherOneOfTheSameSizeDoesNotReplaceTheFirst() {
        anchor.publish(checkpoint(9, 1));
        anchor.publish(checkpoint(9, 2));
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(9, 1));
    }

    @Test
    void eachLogHasItsOwn() {
        anchor.publish(checkpoint(9, 1));
        Checkpoint other = checkpoint("example.com-log", 3, 4);
        anchor.publish(other);
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(9, 1));
        assertThat(anchor.latest("example.com-log")).contains(other);
        assertThat(anchor.latest("example.com")).isEmpty();
    }

    @Test
    void manyPublishersLeaveTheLargest() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            Anchor mine = i % 2 == 0 ? anchor : opened(anchor);
            Checkpoint checkpoint = checkpoint(i, i);
            work.add(() -> {
                mine.publish(checkpoint);
                return mine.latest(ORIGIN).orElseThrow().size() >= checkpoint.size();
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(opened(anchor).latest(ORIGIN)).contains(checkpoint(MANY, MANY));
    }

    /**
     * Returns a checkpoint.
     *
     * @param size of this many entries
     * @param seed each another root
     * @return the checkpoint, with a signature line that nobody can verify
     */
    protected static Checkpoint checkpoint(long size, int seed) {
        return checkpoint(ORIGIN, size, seed);
    }

    private static Checkpoint checkpoint(String origin, long size, int seed) {
        byte[] root = new byte[32];
        Arrays.fill(root, (byte) seed);
        return Checkpoint.parse(Checkpoint.body(origin, size, root) + "\n\u2014 " + origin
                + " AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n");
    }
}
