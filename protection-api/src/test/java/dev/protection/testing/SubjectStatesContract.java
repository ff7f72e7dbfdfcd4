package dev.protection.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import dev.protection.rights.SubjectStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SubjectStates} keeps. Extend it and say how empty states, and another node's, are made. */
public abstract class SubjectStatesContract {
    private static final TenantId CLIENT = TenantId.of("client");
    private static final SubjectRef ANNA = SubjectRef.of(CLIENT, "contact", "anna");
    private static final List<SubjectRef> MISTAKABLE = List.of(
            SubjectRef.of(CLIENT, "contact", "Anna"),
            SubjectRef.of(CLIENT, "contact", "anna "),
            SubjectRef.of(CLIENT, "contact", "ann\u00e4"),
            SubjectRef.of(CLIENT, "owner", "anna"),
            SubjectRef.of(TenantId.of("client2"), "contact", "anna"));

    private SubjectStates states;
    private SubjectStates otherNode;

    /**
     * Returns empty states.
     *
     * @return states in which everybody is active
     * @throws Exception when they cannot be made
     */
    protected abstract SubjectStates emptyStates() throws Exception;

    /**
     * Returns the same states as another node sees them.
     *
     * @param first what {@link #emptyStates} returned
     * @return over the same place
     * @throws Exception when they cannot be made
     */
    protected abstract SubjectStates anotherNode(SubjectStates first) throws Exception;

    /**
     * Returns the hash by which the states remember an erased person.
     *
     * @param subject a person
     * @return 32 bytes
     */
    protected abstract byte[] hash(SubjectRef subject);

    @BeforeEach
    void makeStates() throws Exception {
        states = emptyStates();
        otherNode = anotherNode(states);
    }

    private static SubjectState state(SubjectStates from, SubjectRef subject) {
        return List.copyOf(from.get(List.of(subject)).values()).get(0);
    }

    private void become(Phase phase) {
        states.update(ANNA, before -> before.withPhase(phase));
    }

    @Test
    void whoIsNotKnownIsActive() {
        assertThat(states.get(List.of())).isEmpty();
        assertThat(states.get(List.of(ANNA, ANNA))).hasSize(1).containsEntry(ANNA, SubjectState.active(ANNA));
    }

    @Test
    void aChangeIsSeenByEveryNodeAndConcernsNobodyElse() {
        SubjectState held = SubjectState.active(ANNA)
                .withPhase(Phase.KEPT)
                .withRestricted(true)
                .withObjection("newsletter", true)
                .withObjection("statistics", true)
                .withConsent("profiling", ConsentEvent.NO_END)
                .withConsent("newsletter", Instant.parse("2027-01-01T00:00:00.123Z"))
                .withHolds(2);
        assertThat(states.update(ANNA, before -> held)).isEqualTo(held);
        assertThat(state(otherNode, ANNA)).isEqualTo(held);
        MISTAKABLE.forEach(other -> assertThat(state(otherNode, other)).isEqualTo(SubjectState.active(other)));
    }

    @Test
    void whoIsWithheldFromAUseIsKnownToEveryNode_untilTheLastOne() {
        SubjectRef other = MISTAKABLE.get(0);
        states.update(ANNA, before -> before.withRestricted(true).withObjection("newsletter", true));
        states.update(other, before -> before.withObjection("newsletter", true));
        assertThat(otherNode.anyWithheld("contact", SubjectStates.RESTRICTED)).isTrue();
        assertThat(otherNode.anyWithheld("contact", "newsletter")).isTrue();
        assertThat(otherNode.anyWithheld("contact", "news")).isFalse();
        assertThat(otherNode.anyWithheld("owner", "newsletter")).isFalse();
        states.update(ANNA, before -> before.withRestricted(false).withObjection("newsletter", false));
        assertThat(otherNode.anyWithheld("contact", SubjectStates.RESTRICTED)).isFalse();
        assertThat(otherNode.anyWithheld("contact", "newsletter")).isTrue();
        states.update(other, before -> before.withPhase(Phase.ERASED));
        assertThat(otherNode.anyWithheld("contact", "newsletter")).isFalse();
    }

    @Test
    void aConsentEndsByItself_isWithdrawn_andGoesWithTheErasure() {
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        states.update(ANNA, before -> before.withConsent("newsletter", end).withConsent("profiling", end));
        assertThat(state(otherNode, ANNA).consentsTo("newsletter", end.minusMillis(1)))
                .isTrue();
        assertThat(state(otherNode, ANNA).consentsTo("newsletter", end)).isFalse();
        assertThat(state(otherNode, ANNA).consentsTo("news", end.minusMillis(1)))
                .isFalse();
        states.update(ANNA, before -> before.withoutConsent("newsletter"));
        assertThat(state(otherNode, ANNA).consents()).containsOnlyKeys("profiling");
        become(Phase.ERASING);
        assertThat(state(otherNode, ANNA).consents()).isEmpty();
    }

    @Test
    void aChangeThatThrowsChangesNothing() {
        become(Phase.KEPT);
        assertThatThrownBy(() -> states.update(ANNA, before -> {
                    throw new IllegalStateException("not so");
                }))
                .hasMessage("not so");
        assertThat(state(states, ANNA).phase()).isEqualTo(Phase.KEPT);
    }

    @Test
    void oneStateDoesNotBecomeAnothers() {
        assertThatThrownBy(() -> states.update(ANNA, before -> SubjectState.active(MISTAKABLE.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(state(states, ANNA)).isEqualTo(SubjectState.active(ANNA));
    }

    @Test
    void whoWasErasedStaysErasedAndKeepsNothingElse() {
        states.update(
                ANNA,
                before -> before.withPhase(Phase.ERASING)
                        .withRestricted(true)
                        .withObjection("newsletter", true)
                        .withHolds(3));
        become(Phase.ERASED);
        SubjectState gone = SubjectState.erased(ANNA);
        assertThat(state(otherNode, ANNA)).isEqualTo(gone);
        List<SubjectState> seen = new ArrayList<>();
        otherNode.update(ANNA, before -> {
            seen.add(before);
            return before;
        });
        assertThat(seen).containsOnly(gone);
        assertThat(state(states, ANNA)).isEqualTo(gone);
        MISTAKABLE.forEach(other ->
                assertThat(state(states, other).phase()).as("%s", other).isEqualTo(Phase.ACTIVE));
    }

    @Test
    void aReadmittedPersonBeginsAnew() {
        become(Phase.ERASED);
        states.update(ANNA, before -> SubjectState.active(ANNA));
        assertThat(state(otherNode, ANNA)).isEqualTo(SubjectState.active(ANNA));
    }

    @Test
    void everybodyWithAStateIsListedOnce_whoWasErasedIsNot() {
        List<SubjectRef> all = new ArrayList<>(MISTAKABLE);
        all.add(ANNA);
        all.forEach(subject -> states.update(subject, before -> before));
        become(Phase.ERASED);
        all.remove(ANNA);
        List<SubjectRef> listed = new ArrayList<>();
        Optional<SubjectRef> last = Optional.empty();
        List<SubjectRef> page;
        do {
            page = otherNode.known(last, 2);
            listed.addAll(page);
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (!page.isEmpty());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void whoIsKnownByHashAloneStaysErased() {
        states.rememberErased(List.of());
        states.rememberErased(List.of(hash(ANNA)));
        otherNode.rememberErased(List.of(hash(ANNA)));
        assertThat(state(otherNode, ANNA).phase()).isEqualTo(Phase.ERASED);
        MISTAKABLE.forEach(other -> assertThat(state(states, other).phase()).isEqualTo(Phase.ACTIVE));
        otherNode.forgetErased(List.of(hash(ANNA), hash(MISTAKABLE.get(0))));
        assertThat(state(states, ANNA)).isEqualTo(SubjectState.active(ANNA));
    }

    @Test
    void manyAreReadAtOnce() {
        List<SubjectRef> many = new ArrayList<>();
        for (int id = 0; id < 700; id++) {
            many.add(SubjectRef.of(CLIENT, "contact", id));
        }
        states.update(many.get(650), before -> before.withPhase(Phase.KEPT));
        assertThat(states.get(many))
                .hasSize(700)
                .allSatisfy((subject, state) ->
                        assertThat(state.phase()).isEqualTo(subject.equals(many.get(650)) ? Phase.KEPT : Phase.ACTIVE));
    }

    @Test
    void changesOfTwoNodesComeOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        AtomicInteger inside = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                SubjectStates node = worker % 2 == 0 ? states : otherNode;
                all.add(threads.submit(() -> {
                    for (int round = 0; round < 5; round++) {
                        node.update(ANNA, before -> counted(before, inside));
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(state(states, ANNA).holds()).isEqualTo(20);
    }

    private static SubjectState counted(SubjectState before, AtomicInteger inside) {
        try {
            if (inside.incrementAndGet() != 1) {
                throw new IllegalStateException("two are inside the lock");
            }
            return before.withHolds(before.holds() + 1);
        } finally {
            inside.decrementAndGet();
        }
    }
}
