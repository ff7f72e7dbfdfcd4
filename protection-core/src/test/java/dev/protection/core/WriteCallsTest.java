package dev.protection.core;

import static dev.protection.core.FlowWorld.ACME;
import static dev.protection.core.FlowWorld.ANNA;
import static dev.protection.core.FlowWorld.BERT;
import static dev.protection.core.FlowWorld.as;
import static dev.protection.core.FlowWorld.dataset;
import static dev.protection.core.FlowWorld.field;
import static dev.protection.core.FlowWorld.named;
import static dev.protection.core.FlowWorld.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.RowFilter;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.ProtectedWrite;
import dev.protection.core.flow.ReadRequest;
import dev.protection.core.flow.ReadSession;
import dev.protection.core.flow.WriteKind;
import dev.protection.core.flow.WriteRow;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.UnknownKeyException;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectStateException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call that a protected write makes of an engine, or of the application's transaction, is missed when it is left out. */
class WriteCallsTest {
    private static final ProtectionContext AGENT = as("agent", "support", "acme");

    private final FlowWorld world = new FlowWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private PreparedWrite prepare(ProtectionContext context, WriteKind kind, WriteRow... rows) {
        return world.flows.write().prepare(context, kind, dataset("contact"), List.of(rows));
    }

    private void record(PreparedWrite write) {
        world.flows.write().record(write, write.rows().size(), world.flows.own());
    }

    private List<AuditEvent> refusals() {
        return world.events(AuditEvent.Outcome.REFUSED);
    }

    @Test
    void filter_withoutAnyRight_isARecordedRefusal() {
        assertThatThrownBy(() -> world.flows
                        .write()
                        .filter(as("nobody", "support", "acme"), WriteKind.UPDATE, dataset("contact")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(refusals()).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(AuditEvent.Kind.MODIFY);
            assertThat(event.dataset()).contains("contact");
        });
        assertThat(world.flows.write().filter(AGENT, WriteKind.DELETE, dataset("contact")))
                .isInstanceOf(RowFilter.Tenants.class);
    }

    @Test
    void prepare_forARowOfAForeignTenant_isRefusedEvenWhenItWritesNoField() {
        WriteRow foreign = new WriteRow(TenantId.of("globex"), Optional.empty(), Map.of());
        assertThatThrownBy(() -> prepare(AGENT, WriteKind.DELETE, foreign)).isInstanceOf(AccessDeniedException.class);
        assertThat(refusals()).hasSize(1);
    }

    @Test
    void prepare_forAFieldThatIsNotGranted_isRefused() {
        assertThatThrownBy(() -> prepare(as("clerk", "support", "acme"), WriteKind.UPDATE, named(ANNA, "Anna")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void prepare_leavesTheMaskOutAndRefusesAnotherValueForAMaskedField() {
        ProtectionContext newsletter = as("agent", "newsletter", "acme");
        PreparedWrite back = prepare(newsletter, WriteKind.UPDATE, named(ANNA, "***"));
        assertThat(back.leftOut()).containsExactly("full_name");
        assertThat(back.rows().get(0).cells()).isEmpty();
        assertThat(back.rows().get(0).keys()).isEmpty();
        assertThatThrownBy(() -> prepare(newsletter, WriteKind.UPDATE, named(ANNA, "Other")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> prepare(newsletter, WriteKind.INSERT, named(ANNA, "***")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void prepare_asksForTheKeysOfAllRowsAtOnce() {
        prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"), named(BERT, "Bert"));
        assertThat(world.counted("protection.keys.look.ups")).isEqualTo(1);
    }

    @Test
    void record_namesTheFieldsAndThePersonsOfTheWrite() {
        record(prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"), named(BERT, "Bert")));
        List<AuditEvent> written = world.protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.MODIFY));
        assertThat(written).singleElement().satisfies(event -> {
            assertThat(event.fields()).containsExactly("full_name");
            assertThat(event.subjects()).hasSize(2);
            assertThat(event.rows()).isEqualTo(2);
            assertThat(event.facts()).containsEntry("statement", "INSERT");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Phase.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void record_forSomebodyWhoIsOrWasErased_isARecordedRefusal(Phase phase) {
        PreparedWrite write = prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"));
        world.phase(ANNA, phase);
        assertThatThrownBy(() -> record(write)).isInstanceOf(SubjectStateException.class);
        assertThat(refusals()).singleElement().satisfies(event -> {
            assertThat(event.facts()).containsEntry("code", SubjectStateException.ERASED);
            assertThat(event.dataset()).contains("contact");
            assertThat(event.kind()).isEqualTo(AuditEvent.Kind.MODIFY);
        });
        assertThat(world.events(AuditEvent.Outcome.DONE)).isEmpty();
        assertThat(world.stores.keys().ofSubject(ANNA)).hasSize(phase == Phase.ERASED ? 0 : 1);
    }

    @Test
    void record_destroysNoKeyButThoseOfTheErased() {
        PreparedWrite write = prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"), named(BERT, "Bert"));
        world.phase(ANNA, Phase.ERASED);
        assertThatThrownBy(() -> record(write)).isInstanceOf(SubjectStateException.class);
        assertThat(world.stores.keys().ofSubject(ANNA)).isEmpty();
        assertThat(world.stores.keys().ofSubject(BERT)).hasSize(1);
    }

    @Test
    void record_respectsHoldsAndRestriction() {
        PreparedWrite insert = prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"));
        PreparedWrite update = prepare(AGENT, WriteKind.UPDATE, named(ANNA, "Anna"));
        PreparedWrite other = prepare(AGENT, WriteKind.UPDATE, row(ANNA, Map.of()));
        PreparedWrite delete = prepare(AGENT, WriteKind.DELETE, row(ANNA, Map.of()));
        world.stores.states(known -> new byte[0]).update(ANNA, state -> state.withHolds(1));
        record(insert);
        record(other);
        assertThatThrownBy(() -> record(update)).isInstanceOf(SubjectStateException.class);
        assertThatThrownBy(() -> record(delete)).isInstanceOf(SubjectStateException.class);
        world.stores.states(known -> new byte[0]).update(ANNA, state -> state.withRestricted(true));
        assertThatThrownBy(() -> record(insert)).isInstanceOf(SubjectStateException.class);
    }

    @Test
    void record_namesThePersonsOfRowsInWhichNothingWasSealed() {
        KeyHandle anna = handle(prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna")));
        record(prepare(AGENT, WriteKind.DELETE, row(ANNA, Map.of()), row(BERT, Map.of())));
        record(prepare(AGENT, WriteKind.UPDATE, row(ANNA, Map.of("city", Optional.of("Turku")))));
        assertThat(world.events(AuditEvent.Outcome.DONE))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.subjects()).containsExactly(anna));
        assertThat(world.stores.keys().ofSubject(BERT)).isEmpty();
    }

    private static KeyHandle handle(PreparedWrite write) {
        return write.rows().get(0).keys().get(0).handle();
    }

    @Test
    void bind_makesTheProvisionalKeyOpenForThatPersonAlone() {
        WriteRow nameless = new WriteRow(ACME, Optional.empty(), Map.of("full_name", Optional.of("Dora")));
        PreparedWrite write = prepare(AGENT, WriteKind.INSERT, nameless, named(BERT, "Bert"));
        byte[] cell = Objects.requireNonNull(write.rows().get(0).cells().get("full_name"));
        assertThat(write.awaitsSubjects()).isTrue();
        assertThatThrownBy(() -> open(cell, "1")).isInstanceOf(UnknownKeyException.class);
        PreparedWrite bound = world.flows.write().bind(write, List.of(ANNA, BERT));
        assertThat(bound.awaitsSubjects()).isFalse();
        assertThat(bound.rows().get(0).subject()).contains(ANNA);
        assertThat(open(cell, "1")).isEqualTo("Dora");
        assertThat(world.stores.keys().ofSubject(ANNA)).hasSize(1);
        assertThat(world.stores.keys().ofSubject(BERT)).hasSize(1);
    }

    private Object open(byte[] cell, String subject) {
        ReadRequest request = new ReadRequest(dataset("contact"), Set.of(field("contact", "full_name")), Set.of());
        try (ReadSession session = world.flows.read().begin(AGENT, List.of(request))) {
            return session.open(dataset("contact"), field("contact", "full_name"), ACME, subject, cell)
                    .get();
        }
    }

    @Test
    void requireAll_needsARightToAllRows() {
        ProtectedWrite write = world.flows.write();
        assertThatThrownBy(() -> write.requireAll(AGENT, dataset("contact"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> write.requireAll(as("nobody", "support", "acme"), dataset("fixed")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatCode(() -> write.requireAll(as("job", "support", "acme"), dataset("contact")))
                .doesNotThrowAnyException();
        assertThatCode(() -> write.requireAll(AGENT, dataset("fixed"))).doesNotThrowAnyException();
    }

    @Test
    void terms_areThoseThatTheRowsCarry() {
        PreparedWrite write = prepare(AGENT, WriteKind.INSERT, named(ANNA, "Anna"));
        byte[] stored = Objects.requireNonNull(write.rows().get(0).terms().get("full_name_index"));
        RowFilter filter = world.flows.write().filter(AGENT, WriteKind.UPDATE, dataset("contact"));
        assertThat(world.flows.write().terms(AGENT, filter, dataset("contact"), field("contact", "full_name"), "Anna"))
                .anySatisfy(term -> assertThat(term).isEqualTo(stored));
    }
}
