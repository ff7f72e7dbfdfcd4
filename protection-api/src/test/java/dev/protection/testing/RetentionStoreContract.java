package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.retention.HoldId;
import dev.protection.retention.LegalHold;
import dev.protection.retention.PlacedHold;
import dev.protection.retention.RetentionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RetentionStore} keeps. Extend it and say how an empty store is made. */
public abstract class RetentionStoreContract {
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final TenantId ACME = TenantId.of("acme");
    private static final SubjectRef ANN = new SubjectRef(ACME, "contact", "1");
    private static final SubjectRef BEN = new SubjectRef(ACME, "team-member", "1");

    private RetentionStore store;

    /**
     * Returns an empty store.
     *
     * @return a store without holds
     * @throws Exception when it cannot be made
     */
    protected abstract RetentionStore emptyStore() throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    private PlacedHold placed(SubjectRef subject, Optional<Instant> reviewAt) {
        PlacedHold hold = new PlacedHold(
                new HoldId(UUID.randomUUID()),
                new LegalHold(subject, "matter 7", "a reason \u00e4\u20ac", reviewAt),
                "dpo",
                THEN,
                Optional.empty());
        store.place(hold);
        return hold;
    }

    @Test
    void aHoldIsKeptAsItWasPlaced() {
        PlacedHold hold = placed(ANN, Optional.of(THEN.plusSeconds(3_600)));
        assertThat(store.find(hold.id())).contains(hold);
        assertThat(store.find(new HoldId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void holdsInForceAreFoundByPerson() {
        PlacedHold first = placed(ANN, Optional.empty());
        PlacedHold second = placed(ANN, Optional.empty());
        PlacedHold other = placed(BEN, Optional.empty());
        assertThat(store.inForce(List.of(ANN))).containsExactlyInAnyOrder(first, second);
        assertThat(store.inForce(List.of(ANN, BEN, ANN))).containsExactlyInAnyOrder(first, second, other);
        assertThat(store.inForce(List.of())).isEmpty();
        assertThat(store.inForce())
                .containsExactlyInAnyOrder(first, second, other)
                .isSortedAccordingTo(java.util.Comparator.comparing(PlacedHold::id));
    }

    @Test
    void theFirstReleaseCounts() {
        PlacedHold hold = placed(ANN, Optional.empty());
        PlacedHold.Release first = new PlacedHold.Release("dpo", THEN.plusSeconds(1), "settled");
        assertThat(store.release(hold.id(), first).orElseThrow().release()).contains(first);
        PlacedHold.Release second = new PlacedHold.Release("other", THEN.plusSeconds(2), "again");
        assertThat(store.release(hold.id(), second).orElseThrow().release()).contains(first);
        assertThat(store.inForce(List.of(ANN))).isEmpty();
        store.place(hold);
        assertThat(store.inForce(List.of(ANN))).isEmpty();
        assertThat(store.release(new HoldId(UUID.randomUUID()), first)).isEmpty();
    }

    @Test
    void forgettingAPersonRemovesReleasedHoldsAlone() {
        PlacedHold released = placed(ANN, Optional.empty());
        PlacedHold inForce = placed(ANN, Optional.empty());
        store.release(released.id(), new PlacedHold.Release("dpo", THEN, "settled"));
        store.forget(ANN);
        assertThat(store.find(released.id())).isEmpty();
        assertThat(store.find(inForce.id())).contains(inForce);
    }
}
