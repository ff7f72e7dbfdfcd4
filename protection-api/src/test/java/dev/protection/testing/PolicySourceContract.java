package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.access.Policy;
import dev.protection.access.PolicySource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link PolicySource} keeps while nobody changes the policy. */
public abstract class PolicySourceContract {
    /**
     * Returns a source with a valid policy.
     *
     * @return the source
     * @throws Exception when it cannot be made
     */
    protected abstract PolicySource source() throws Exception;

    @Test
    void thePolicyIsTheSameEachTime() throws Exception {
        PolicySource source = source();
        assertThat(source.load()).isEqualTo(source.load());
        assertThat(source().load()).isEqualTo(source.load());
    }

    @Test
    void anyThreadMayLoadIt() throws Exception {
        PolicySource source = source();
        Policy expected = source.load();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Policy> load = source::load;
            for (Future<Policy> loaded : threads.invokeAll(List.of(load, load, load, load))) {
                assertThat(loaded.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
