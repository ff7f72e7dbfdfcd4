package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.lawfulness.Indication;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ConsentStore} keeps. Extend it and say how an empty store is made. */
public abstract class ConsentStoreContract {
    private static final Instant THEN = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final TenantId ACME = TenantId.of("acme");
    private static final SubjectRef ANN = new SubjectRef(ACME, "contact", "ann");
    private static final List<SubjectRef> MISTAKABLE = List.of(
            new SubjectRef(ACME, "contact", "Ann"),
            new SubjectRef(ACME, "contact", "ann "),
            new SubjectRef(ACME, "owner", "ann"),
            new SubjectRef(TenantId.of("acme2"), "contact", "ann"));

    private ConsentStore store;

    /**
     * Returns an empty store.
     *
     * @return a store without consents
     * @throws Exception when it cannot be made
     */
    protected abstract ConsentStore emptyStore() throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        store = emptyStore();
    }

    private static ConsentEvent event(SubjectRef subject, ConsentStatus status, Instant at, Instant until) {
        return new ConsentEvent(
                UUID.randomUUID(),
                subject,
                "newsletter",
                status,
                at,
                "user-7",
                new Indication("notice \u00e4\u20ac 3", "web form", java.util.Optional.of(until)),
                until);
    }

    @Test
    void eventsAreKeptAsTheyWereAppended_inOrderAndOnce() {
        ConsentEvent given = event(ANN, ConsentStatus.GIVEN, THEN, ConsentEvent.NO_END);
        ConsentEvent withdrawn = event(ANN, ConsentStatus.WITHDRAWN, THEN, Instant.parse("2027-01-01T00:00:00.123Z"));
        ConsentEvent again = event(ANN, ConsentStatus.GIVEN, THEN.minusSeconds(9), ConsentEvent.NO_END);
        List.of(given, withdrawn, given, again, withdrawn).forEach(store::append);
        assertThat(store.of(ANN)).containsExactly(given, withdrawn, again);
    }

    @Test
    void eventsAreThoseOfOnePersonAlone() {
        MISTAKABLE.forEach(other -> store.append(event(other, ConsentStatus.GIVEN, THEN, ConsentEvent.NO_END)));
        assertThat(store.of(ANN)).isEmpty();
        store.append(event(ANN, ConsentStatus.GIVEN, THEN, ConsentEvent.NO_END));
        store.forget(ANN);
        store.forget(ANN);
        assertThat(store.of(ANN)).isEmpty();
        MISTAKABLE.forEach(other -> assertThat(store.of(other)).hasSize(1));
    }
}
