package dev.protection.core.lawfulness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.core.rights.InMemorySubjectStates;
import dev.protection.rights.SubjectStates;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedStatesTest {
    private static final SubjectRef ANNA = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    private final SubjectStates shared =
            new InMemorySubjectStates(subject -> subject.id().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");

    /** Another node over the same store. */
    private RememberedStates node(Duration staleness) {
        SubjectStates counting = (SubjectStates) Proxy.newProxyInstance(
                SubjectStates.class.getClassLoader(), new Class<?>[] {SubjectStates.class}, (proxy, method, values) -> {
                    if (method.getName().equals("anyWithheld")) {
                        asked.incrementAndGet();
                    }
                    return method.invoke(shared, values);
                });
        return new RememberedStates(counting, staleness, () -> now);
    }

    @Test
    void thatNobodyIsConcerned_isAskedOnceForTheWholeTime() {
        RememberedStates node = node(Duration.ofSeconds(5));
        for (int i = 0; i < 1000; i++) {
            assertThat(node.anyWithheld("contact", "")).isFalse();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aChangeOfThisNodeIsSeenAtOnce_oneOfAnotherWithinTheBound() {
        RememberedStates here = node(Duration.ofSeconds(5));
        RememberedStates there = node(Duration.ofSeconds(5));
        assertThat(here.anyWithheld("contact", "outreach")).isFalse();
        assertThat(there.anyWithheld("contact", "outreach")).isFalse();
        here.update(ANNA, state -> state.withObjection("outreach", true));
        assertThat(here.anyWithheld("contact", "outreach")).isTrue();
        assertThat(here.anyWithheld("contact", "mailing")).isFalse();
        assertThat(here.anyWithheld("member", "outreach")).isFalse();
        now = now.plusMillis(4_999);
        assertThat(there.anyWithheld("contact", "outreach")).isFalse();
        now = now.plusMillis(1);
        assertThat(there.anyWithheld("contact", "outreach")).isTrue();
    }

    @Test
    void aClockThatIsSetBackProlongsNothing() {
        RememberedStates there = node(Duration.ofSeconds(5));
        assertThat(there.anyWithheld("contact", "")).isFalse();
        node(Duration.ofSeconds(5)).update(ANNA, state -> state.withRestricted(true));
        now = now.minus(Duration.ofDays(1));
        assertThat(there.anyWithheld("contact", "")).isTrue();
    }

    @Test
    void withoutStalenessTheStatementItselfLooks() {
        assertThat(node(Duration.ZERO).anyWithheld("contact", "")).isTrue();
        assertThat(asked).hasValue(0);
    }
}
