package dev.protection.core;

import static dev.protection.core.FlowWorld.ACME;
import static dev.protection.core.FlowWorld.ANNA;
import static dev.protection.core.FlowWorld.BERT;
import static dev.protection.core.FlowWorld.as;
import static dev.protection.core.FlowWorld.dataset;
import static dev.protection.core.FlowWorld.field;
import static dev.protection.core.FlowWorld.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.RowFilter;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.ReadRequest;
import dev.protection.core.flow.ReadSession;
import dev.protection.encryption.CellException;
import dev.protection.encryption.KeyHandle;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.Reading;
import dev.protection.encryption.SubjectKey;
import dev.protection.rights.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each call that a protected read makes of an engine is missed when it is left out. */
class ReadCallsTest {
    private static final ProtectionContext AGENT = as("agent", "support", "acme");
    private static final Field NAME = field("contact", "full_name");
    private static final Field CITY = field("contact", "city");

    private final FlowWorld world = new FlowWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static ReadRequest request(Set<Field> shown, Set<Field> used) {
        return new ReadRequest(dataset("contact"), shown, used);
    }

    private ReadSession begin(ProtectionContext context, ReadRequest... requests) {
        return world.flows.read().begin(context, List.of(requests));
    }

    private static Reading<Object> open(ReadSession session, byte[] cell) {
        return session.open(dataset("contact"), NAME, ACME, "1", cell);
    }

    private static Reading<Object> openInvoice(ReadSession session, byte[] cell) {
        return session.open(dataset("invoice"), field("invoice", "full_name"), ACME, "1", cell);
    }

    private List<AuditEvent> reads() {
        return world.protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ));
    }

    @Test
    void begin_withoutAnyRight_isARecordedRefusalWithItsReason() {
        assertThatThrownBy(() -> begin(as("nobody", "support", "acme"), request(Set.of(), Set.of())))
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        refusal -> assertThat(refusal.facts()).isNotEmpty());
        assertThat(reads())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.REFUSED));
    }

    @Test
    void begin_refusesAMaskedFieldThatDecidesSomething() {
        assertThatThrownBy(() -> begin(as("agent", "newsletter", "acme"), request(Set.of(), Set.of(NAME))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> begin(as("clerk", "support", "acme"), request(Set.of(), Set.of(NAME))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> begin(as("job", "newsletter", "acme"), request(Set.of(), Set.of(NAME))))
                .isInstanceOf(AccessDeniedException.class);
        begin(AGENT, request(Set.of(), Set.of(NAME))).close();
        assertThat(reads().stream().filter(event -> event.outcome() == AuditEvent.Outcome.DONE))
                .singleElement()
                .satisfies(event -> assertThat(event.fields()).containsExactly("full_name"));
    }

    @Test
    void begin_refusesASealedFieldThatIsPermittedNowhere() {
        assertThatThrownBy(() -> begin(as("clerk", "support", "acme"), request(Set.of(NAME), Set.of())))
                .isInstanceOf(AccessDeniedException.class);
        begin(as("clerk", "support", "acme"), request(Set.of(CITY), Set.of())).close();
    }

    @Test
    void begin_masksAPlainFieldThatThePurposeDoesNotNeed() {
        try (ReadSession session = begin(as("agent", "newsletter", "acme"), request(Set.of(CITY), Set.of()))) {
            assertThat(session.plainIsMasked(dataset("contact"), CITY)).isTrue();
            assertThat(session.maskOf(CITY)).contains("***");
            Reading<Object> city = session.plain(dataset("contact"), CITY, ACME, "Oulu");
            assertThat(((Reading.Masked<Object>) city).shown()).contains("***");
        }
        try (ReadSession session = begin(AGENT, request(Set.of(CITY), Set.of()))) {
            assertThat(session.plainIsMasked(dataset("contact"), CITY)).isFalse();
        }
        assertThat(reads()).extracting(event -> event.fields().contains("city")).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void filter_isTheBarrierOfItsOwnDataset() {
        try (ReadSession session = begin(AGENT, request(Set.of(), Set.of()))) {
            assertThat(((RowFilter.Tenants) session.filter(dataset("contact"))).tenants())
                    .containsExactly(ACME);
            assertThatThrownBy(() -> session.filter(dataset("invoice"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.plainIsMasked(dataset("invoice"), CITY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("invoice");
        }
        try (ReadSession session = begin(as("job", "support", "acme"), request(Set.of(), Set.of()))) {
            assertThat(session.filter(dataset("contact"))).isInstanceOf(RowFilter.All.class);
        }
    }

    @Test
    void terms_areThoseThatTheRowsCarry() {
        PreparedWrite write = world.sealed("contact", named(ANNA, "Anna"));
        byte[] stored = Objects.requireNonNull(write.rows().get(0).terms().get("full_name_index"));
        try (ReadSession session = begin(AGENT, request(Set.of(), Set.of(NAME)))) {
            assertThat(session.terms(dataset("contact"), NAME, "Anna"))
                    .singleElement()
                    .isEqualTo(stored);
            assertThat(session.term(ACME, dataset("contact"), NAME, "Anna")).isEqualTo(stored);
        }
    }

    @Test
    void close_recordsRowsFieldsAndPersonsOnce() {
        byte[] anna = world.cell("contact", ANNA);
        ReadSession session = begin(AGENT, request(Set.of(NAME, CITY), Set.of()));
        session.row();
        session.rows(2);
        assertThat(open(session, anna).get()).isEqualTo("Anna");
        session.close();
        session.close();
        assertThat(reads()).singleElement().satisfies(event -> {
            assertThat(event.rows()).isEqualTo(3);
            assertThat(event.fields()).containsExactly("city", "full_name");
            assertThat(event.subjects())
                    .containsExactly(
                            world.stores.keys().ofSubject(ANNA).get(0).handle().orElseThrow());
        });
    }

    private List<AuditEvent> about(SubjectRef person, AuditQuery query) {
        try (Scope scope = AGENT.open()) {
            return world.protection.audit().about(person, query);
        }
    }

    @Test
    void whoHasSeenAPerson_isFoundOverAllKeys_andNothingOnceTheyAreDestroyed() {
        byte[] contact = world.cell("contact", ANNA);
        byte[] invoice = world.cell("invoice", ANNA);
        world.cell("contact", BERT);
        try (ReadSession session = begin(AGENT, request(Set.of(NAME), Set.of()))) {
            open(session, contact);
        }
        ReadRequest invoices = new ReadRequest(dataset("invoice"), Set.of(field("invoice", "full_name")), Set.of());
        try (ReadSession session = begin(AGENT, invoices)) {
            openInvoice(session, invoice);
        }
        List<KeyHandle> handles = world.stores.keys().ofSubject(ANNA).stream()
                .flatMap(key -> key.handle().stream())
                .toList();
        assertThat(handles).as("one for each retention class").hasSize(2);
        assertThat(about(ANNA, AuditQuery.ALL))
                .extracting(event -> event.dataset().orElse("the log"))
                .containsExactlyInAnyOrder("contact", "invoice", "the log");
        assertThat(about(ANNA, AuditQuery.ALL.subjects(Set.of(handles.get(0)))))
                .as("the person and the query's own handle")
                .extracting(event -> event.dataset().orElse("the log"))
                .hasSize(3)
                .contains("the log");
        assertThat(about(ANNA, AuditQuery.ALL.dataset("invoice"))).hasSize(1);
        assertThat(about(BERT, AuditQuery.ALL.dataset("contact"))).isEmpty();
        world.stores
                .keys()
                .destroy(
                        world.stores.keys().ofSubject(ANNA).stream()
                                .map(SubjectKey::id)
                                .toList(),
                        world.now());
        assertThat(about(ANNA, AuditQuery.ALL)).isEmpty();
    }

    @Test
    void open_comparesThePersonOfTheRowWithTheKeys() {
        byte[] bert = world.cell("contact", BERT);
        try (ReadSession session = begin(AGENT, request(Set.of(NAME), Set.of()))) {
            assertThatThrownBy(() -> open(session, bert))
                    .isInstanceOf(CellException.class)
                    .hasMessageContaining("contact")
                    .hasMessageContaining("full_name");
        }
        assertThat(reads())
                .singleElement()
                .satisfies(event -> assertThat(event.subjects()).isEmpty());
    }

    @Test
    void aMaskIsDecidedForEachDatasetApart() {
        byte[] contact = world.cell("contact", ANNA);
        ProtectionContext newsletter = as("agent", "newsletter", "acme");
        Field born = field("contact", "birth_date");
        ReadRequest both = request(Set.of(NAME, born), Set.of());
        try (ReadSession session = begin(newsletter, both)) {
            assertThat(open(session, contact)).isInstanceOf(Reading.Masked.class);
            assertThat(session.mask(dataset("contact"), born, ACME)).isEmpty();
        }
    }

    @Test
    void prefetch_asksForTheKeysOfABlockAtOnce() {
        byte[] anna = world.cell("contact", ANNA);
        byte[] bert = world.cell("contact", BERT);
        try (FlowWorld other = world.again();
                ReadSession session = other.flows.read().begin(AGENT, List.of(request(Set.of(NAME), Set.of())))) {
            session.prefetch(List.of());
            assertThat(other.counted("protection.keys.look.ups")).isZero();
            session.prefetch(List.of(anna, bert));
            assertThat(open(session, anna).get()).isEqualTo("Anna");
            assertThat(other.counted("protection.keys.look.ups")).isEqualTo(1);
            other.later(Duration.ofMinutes(1));
            session.prefetch(List.of(anna, bert));
            open(session, anna);
            assertThat(other.counted("protection.keys.look.ups")).isEqualTo(1);
            session.nextBlock();
            session.prefetch(List.of(anna, bert));
            assertThat(other.counted("protection.keys.look.ups")).isEqualTo(2);
        }
    }

    @Test
    void nextBlock_checksKeysAgainstErasuresAnew() {
        byte[] anna = world.cell("contact", ANNA);
        List<KeyId> keys =
                world.stores.keys().ofSubject(ANNA).stream().map(SubjectKey::id).toList();
        try (FlowWorld other = world.again();
                ReadSession session = other.flows.read().begin(AGENT, List.of(request(Set.of(NAME), Set.of())))) {
            session.prefetch(List.of(anna));
            world.stores.keys().destroy(keys, world.now());
            other.later(Duration.ofMinutes(1));
            session.nextBlock();
            assertThat(open(session, anna)).isEqualTo(new Reading.Erased<>(keys.get(0)));
        }
    }

    @Test
    void whatALawKeepsIsWithheldFromOtherPurposes() {
        byte[] cell = world.cell("invoice", ANNA);
        ReadRequest invoices = new ReadRequest(dataset("invoice"), Set.of(field("invoice", "full_name")), Set.of());
        KeyId key = world.stores.keys().ofSubject(ANNA).get(0).id();
        try (ReadSession session = begin(AGENT, invoices)) {
            session.prefetch(List.of(cell));
            assertThat(openInvoice(session, cell).get()).isEqualTo("Anna");
            world.phase(ANNA, Phase.KEPT);
            assertThat(openInvoice(session, cell).get())
                    .as("known for this block")
                    .isEqualTo("Anna");
            session.nextBlock();
            assertThat(openInvoice(session, cell)).isEqualTo(new Reading.Erased<>(key));
        }
        try (ReadSession session = begin(as("agent", "invoicing", "acme"), invoices)) {
            assertThat(openInvoice(session, cell).get()).isEqualTo("Anna");
        }
    }
}
