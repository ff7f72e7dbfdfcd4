package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.anomaly.LocationResolver;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link LocationResolver} keeps: it answers about any text, the same each time. */
public abstract class LocationResolverContract {
    private static final List<String> TEXTS = List.of(
            "192.0.2.7",
            "2001:db8::1",
            "::ffff:192.0.2.7",
            "10.0.0.1",
            "127.0.0.1",
            "",
            "unknown",
            "256.1.1.1",
            "fe80::1%eth0",
            "x".repeat(5_000));

    /**
     * Returns the resolver.
     *
     * @return the resolver
     */
    protected abstract LocationResolver resolver();

    @Test
    void anyTextHasAnAnswer_theSameEachTime() {
        LocationResolver resolver = resolver();
        for (String text : TEXTS) {
            assertThat(resolver.resolve(text)).isNotNull().isEqualTo(resolver.resolve(text));
        }
    }

    @Test
    void whatIsNoAddressIsNowhere() {
        assertThat(resolver().resolve("").location()).isEmpty();
        assertThat(resolver().resolve("unknown").location()).isEmpty();
    }
}
