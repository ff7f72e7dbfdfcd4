package dev.protection.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.AuditEvent;
import dev.protection.lawfulness.ConsentEvent;
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.QuarantineException;
import dev.protection.rights.RequestException;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Restrictions and objections as requests: when they are in force, what ends them, and what outlives a backup. */
class StateChangeTest {
    private static final Indication FORM = Indication.of("notice 3", "web form");

    private World world = new World();

    private RequestId submit(SubjectRequest request) {
        return world.node().rights().submit(request);
    }

    private RequestState state(RequestId id) {
        return world.node().rights().status(id).state();
    }

    private SubjectState ann() {
        return Objects.requireNonNull(world.states.get(List.of(World.ANN)).get(World.ANN));
    }

    private List<String> changes() {
        return world.events.values().stream()
                .filter(event -> event.kind() == AuditEvent.Kind.REQUEST)
                .map(event -> event.facts().get("change") + " " + event.facts().get("kind"))
                .toList();
    }

    @Test
    void aRestrictionIsInForceWhenItWasSubmitted() {
        RequestId id = submit(SubjectRequest.restrict(World.ANN));
        assertThat(ann().restricted()).isTrue();
        assertThat(state(id)).isEqualTo(RequestState.FULFILLED);
        assertThat(changes()).containsExactly("submitted RESTRICT", "in-force RESTRICT");
        assertThat(world.states.anyWithheld("contact", "")).isTrue();
    }

    @Test
    void itIsLiftedOnlyOnceSomebodySaysThatThePersonWasTold() {
        submit(SubjectRequest.restrict(World.ANN));
        RequestId lift = submit(SubjectRequest.liftRestriction(World.ANN));
        assertThat(ann().restricted()).isTrue();
        assertThat(state(lift)).isEqualTo(RequestState.REQUIRES_ACTION);
        world.node().rights().approve(lift);
        assertThat(ann().restricted()).isFalse();
        assertThat(state(lift)).isEqualTo(RequestState.FULFILLED);
        assertThat(changes())
                .endsWith("submitted LIFT_RESTRICTION", "approved LIFT_RESTRICTION", "lifted LIFT_RESTRICTION");
    }

    @Test
    void sourcesOfTheApplicationAreToldWhatHolds() {
        submit(SubjectRequest.restrict(World.ANN));
        submit(SubjectRequest.object(World.ANN, "mailing"));
        assertThat(world.tables.told).containsOnly(Map.entry(World.ANN.id(), "true [mailing]"));
        world.node().rights().approve(submit(SubjectRequest.liftRestriction(World.ANN)));
        submit(SubjectRequest.withdrawObjection(World.ANN, "mailing"));
        assertThat(world.tables.told).isEmpty();
    }

    @Test
    void aLiftThatWasCancelledLiftsNothing() {
        submit(SubjectRequest.restrict(World.ANN));
        RequestId lift = submit(SubjectRequest.liftRestriction(World.ANN));
        world.node().rights().cancel(lift, "the person was not told");
        assertThatThrownBy(() -> world.node().rights().approve(lift)).isInstanceOf(RequestException.class);
        assertThat(ann().restricted()).isTrue();
    }

    @Test
    void aConsentIsInForceWhenItWasSubmitted_andASecondWithdrawalChangesNothing() {
        submit(SubjectRequest.giveConsent(World.ANN, "mailing", FORM));
        assertThat(ann().consents()).containsOnlyKeys("mailing");
        submit(SubjectRequest.withdrawConsent(World.ANN, "mailing", FORM));
        submit(SubjectRequest.withdrawConsent(World.ANN, "mailing", FORM));
        assertThat(ann().consents()).isEmpty();
        assertThat(world.consents.of(World.ANN))
                .extracting(event -> event.status().name() + " by " + event.recordedBy())
                .containsExactly("GIVEN by dpo", "WITHDRAWN by dpo", "WITHDRAWN by dpo");
        assertThat(changes())
                .containsSubsequence(
                        "submitted GIVE_CONSENT",
                        "in-force GIVE_CONSENT",
                        "submitted WITHDRAW_CONSENT",
                        "in-force WITHDRAW_CONSENT");
    }

    @Test
    void aPurposeThatRestsOnSomethingElseIsNotConsentedTo() {
        assertThatThrownBy(() -> submit(SubjectRequest.giveConsent(World.ANN, "support", FORM)))
                .hasMessageContaining(RequestException.NOT_CONSENTABLE);
        assertThatThrownBy(() -> submit(SubjectRequest.withdrawConsent(World.ANN, "nothing", FORM)))
                .hasMessageContaining(RequestException.NOT_CONSENTABLE);
    }

    /** The first job is cut off after its change and goes on after a withdrawal that came meanwhile. */
    @Test
    void aGiftThatWasCutOffDoesNotBringBackWhatWasWithdrawnMeanwhile() {
        boolean failed = true;
        for (int change = 1; failed; change++) {
            world = new World();
            Faults faults = new Faults();
            faults.failAt(change, true);
            try {
                world.node(faults).rights().submit(SubjectRequest.giveConsent(World.ANN, "mailing", FORM));
            } catch (StoreUnavailableException killed) {
                // what was kept of it goes on below
            }
            failed = faults.hasFailed();
            world.now = world.now.plusSeconds(60);
            submit(SubjectRequest.withdrawConsent(World.ANN, "mailing", FORM));
            World.work(world.node());
            assertThat(ann().consents()).as("cut off at %d", change).isEmpty();
        }
    }

    @Test
    void aRestoredBackupIsToldOfAWithdrawal() {
        submit(SubjectRequest.giveConsent(World.ANN, "mailing", FORM));
        submit(SubjectRequest.withdrawConsent(World.ANN, "mailing", FORM));
        world.restoreTheFirstBackup();
        world.states.update(World.ANN, state -> state.withConsent("mailing", ConsentEvent.NO_END));
        RightsFlows node = world.node();
        node.start();
        assertThat(node.replay()).isTrue();
        assertThat(ann().consents()).isEmpty();
        assertThat(world.consents.of(World.ANN))
                .extracting(ConsentEvent::status)
                .containsExactly(ConsentStatus.WITHDRAWN);
    }

    @Test
    void whatIsInForceIsNotCancelled() {
        RequestId restriction = submit(SubjectRequest.restrict(World.ANN));
        RequestId marketing = submit(SubjectRequest.object(World.ANN, "mailing"));
        for (RequestId id : List.of(restriction, marketing)) {
            assertThatThrownBy(() -> world.node().rights().cancel(id, "we do not like it"))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(RequestException.STATE);
        }
        assertThat(ann())
                .isEqualTo(SubjectState.active(World.ANN).withRestricted(true).withObjection("mailing", true));
    }

    @Test
    void anObjectionWaitsForTheDecisionAndHoldsMeanwhile() {
        RequestId id = submit(SubjectRequest.object(World.ANN, "outreach"));
        assertThat(ann().objections()).containsExactly("outreach");
        assertThat(state(id)).isEqualTo(RequestState.REQUIRES_ACTION);
        assertThat(submit(SubjectRequest.object(World.ANN, "outreach"))).isEqualTo(id);
        world.node().rights().approve(id);
        assertThat(state(id)).isEqualTo(RequestState.FULFILLED);
        assertThat(ann().objections()).as("upheld").containsExactly("outreach");
    }

    @Test
    void compellingGroundsOverrideAnObjection_andAreRecorded() {
        RequestId id = submit(SubjectRequest.object(World.ANN, "outreach"));
        world.node().rights().cancel(id, "fraud case 12");
        assertThat(ann().objections()).isEmpty();
        assertThat(state(id)).isEqualTo(RequestState.REJECTED);
        assertThat(world.node().rights().status(id).reasons()).containsExactly("fraud case 12");
        assertThat(changes())
                .containsExactly("submitted OBJECT", "in-force OBJECT", "overridden OBJECT", "lifted OBJECT");
        assertThat(world.events.values())
                .anyMatch(event -> "fraud case 12".equals(event.facts().get("reason")));
    }

    @Test
    void whoWithdrawsAnObjectionLeavesNothingToDecide() {
        RequestId objection = submit(SubjectRequest.object(World.ANN, "outreach"));
        RequestId other = submit(SubjectRequest.object(World.ANN, "claims"));
        submit(SubjectRequest.withdrawObjection(World.ANN, "outreach"));
        assertThat(ann().objections()).containsExactly("claims");
        assertThat(state(objection)).isEqualTo(RequestState.REJECTED);
        assertThat(state(other)).isEqualTo(RequestState.REQUIRES_ACTION);
    }

    @Test
    void toAContractOneDoesNotObject() {
        for (String purpose : List.of("support", "invoicing", "nothing")) {
            assertThatThrownBy(() -> submit(SubjectRequest.object(World.ANN, purpose)))
                    .isInstanceOf(RequestException.class)
                    .hasMessageContaining(RequestException.NOT_OBJECTABLE);
        }
        assertThat(world.events).isEmpty();
    }

    /** What may be asked about one person, begun and brought to its end. */
    private enum Course {
        RESTRICT,
        LIFT,
        OBJECT_TO_MARKETING,
        OVERRIDDEN;

        void run(RightsFlows node) {
            switch (this) {
                case RESTRICT -> node.rights().submit(SubjectRequest.restrict(World.ANN));
                case LIFT -> {
                    RequestId id = node.rights().submit(SubjectRequest.liftRestriction(World.ANN));
                    node.rights().approve(id);
                }
                case OBJECT_TO_MARKETING -> node.rights().submit(SubjectRequest.object(World.ANN, "mailing"));
                case OVERRIDDEN -> {
                    RequestId id = node.rights().submit(SubjectRequest.object(World.ANN, "outreach"));
                    node.rights().cancel(id, "fraud case 12");
                }
            }
        }
    }

    private void begin() {
        world = new World();
        submit(SubjectRequest.restrict(World.ANN));
    }

    @ParameterizedTest
    @EnumSource
    void aRestoredBackupIsBroughtToRespectIt(Course course) {
        begin();
        course.run(world.node());
        String never = world.data();
        world.restoreTheFirstBackup();
        RightsFlows node = world.node();
        node.start();
        assertThatThrownBy(world.guard::requireServing).isInstanceOf(QuarantineException.class);
        assertThat(node.replay()).isTrue();
        assertThatCode(world.guard::requireServing).doesNotThrowAnyException();
        assertThat(world.data()).isEqualTo(never);
    }

    @ParameterizedTest
    @EnumSource
    void cutOffAnywhereItEndsTheSame_andIsNoRollback(Course course) {
        begin();
        course.run(world.node());
        String calm = world.data();
        int change = 0;
        boolean failed = true;
        while (failed) {
            change++;
            for (boolean after : new boolean[] {false, true}) {
                failed = cutOff(course, change, after);
                assertThat(world.data()).as("at %d", change).isEqualTo(calm);
                assertThatCode(world.guard::requireServing).as("at %d", change).doesNotThrowAnyException();
            }
        }
        assertThat(change).isGreaterThan(4);
    }

    /** Whoever got no answer asks again, as a person would. */
    private boolean cutOff(Course course, int change, boolean after) {
        begin();
        Faults faults = new Faults();
        faults.failAt(change, after);
        try {
            course.run(world.node(faults));
        } catch (StoreUnavailableException killed) {
            world.node().start();
            World.work(world.node());
            if (!isOver(course)) {
                course.run(world.node());
            }
        }
        return faults.hasFailed();
    }

    private boolean isOver(Course course) {
        return course == Course.OVERRIDDEN && changes().contains("lifted OBJECT");
    }

    @Test
    void ofWhomTheErasureLeavesNothing_noRestrictionIsLeftEither() {
        submit(SubjectRequest.restrict(World.ANN));
        RequestId objection = submit(SubjectRequest.object(World.ANN, "outreach"));
        world.now = world.now.plus(Duration.ofDays(6 * 366));
        RightsFlows node = world.node();
        RequestId erasure = node.rights().submit(SubjectRequest.erase(World.ANN));
        node.rights().approve(erasure);
        World.work(node);
        assertThat(state(erasure)).isEqualTo(RequestState.FULFILLED);
        assertThat(ann()).isEqualTo(SubjectState.erased(World.ANN));
        assertThat(state(objection)).isEqualTo(RequestState.REJECTED);
        assertThat(world.states.anyWithheld("contact", "")).isFalse();
        String never = world.data();
        world.restoreTheFirstBackup();
        assertThat(world.node().replay()).isTrue();
        assertThat(world.data()).isEqualTo(never);
    }

    @Test
    void theLedgerNamesNobody() {
        submit(SubjectRequest.object(World.ANN, "outreach"));
        String line = new String(world.ledger.lines(0, 1).get(0).entry(), StandardCharsets.UTF_8);
        assertThat(line)
                .contains("\"type\":\"restrict\"", "\"purpose\":\"outreach\"")
                .doesNotContain("contact", "acme");
    }
}
