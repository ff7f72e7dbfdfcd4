package dev.protection.core;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.ConsentRule;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.LegalBasis;
import dev.protection.ProtectionContext;
import dev.protection.Purpose;
import dev.protection.Search;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.TenantPath;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.flow.Flows;
import dev.protection.core.flow.PreparedWrite;
import dev.protection.core.flow.WriteKind;
import dev.protection.core.flow.WriteRow;
import dev.protection.rights.Phase;
import dev.protection.rights.SubjectState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The flows over real engines and stores in memory, on a clock of the test's own. */
final class FlowWorld implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final SubjectRef ANNA = SubjectRef.of(ACME, "contact", 1);
    static final SubjectRef BERT = SubjectRef.of(ACME, "contact", 2);
    private static final List<String> CATEGORIES = List.of("name", "birth-date", "location");

    static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@pages.example")
            .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "location"))
            .purpose(Purpose.of("newsletter", LegalBasis.CONSENT, "birth-date").consent(ConsentRule.ELSEWHERE))
            .purpose(Purpose.of("invoicing", LegalBasis.LEGAL_OBLIGATION, "name")
                    .keepAtLeast("Accounting Act 2:10", Period.ofYears(6)))
            .dataset(Dataset.named("contact")
                    .key("contact_id")
                    .purposes("support", "newsletter")
                    .subject("contact", "contact_id")
                    .tenant("client_id")
                    .field(Field.sealed("full_name", "name").search(Search.EQUALITY))
                    .field(Field.sealed("birth_date", "birth-date").type(FieldType.DATE))
                    .field(Field.plain("city", "location"))
                    .build())
            .dataset(Dataset.named("invoice")
                    .key("invoice_id")
                    .purposes("invoicing", "support")
                    .subject("contact", "contact_id")
                    .tenant("client_id")
                    .since("issued_at")
                    .field(Field.sealed("full_name", "name"))
                    .field(Field.plain("birth_date", "birth-date").type(FieldType.DATE))
                    .build())
            .dataset(Dataset.named("fixed")
                    .key("id")
                    .purposes("support")
                    .subject("contact", "id")
                    .tenant(new TenantPath.Fixed(ACME))
                    .field(Field.sealed("full_name", "name"))
                    .build())
            .build();

    final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T00:00:00Z"));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Stores stores;
    final Protection protection;
    final Flows flows;

    FlowWorld() {
        this(Stores.inMemory(), Samples.aead());
    }

    private final com.google.crypto.tink.Aead root;

    private FlowWorld(Stores stores, com.google.crypto.tink.Aead root) {
        this.stores = stores;
        this.root = root;
        this.protection = Protection.builder()
                .development()
                .dataMap(MAP)
                .policy(FlowWorld::policy)
                .rootKey("test", root)
                .stores(stores)
                .clock(now::get)
                .meters(meters)
                .build();
        this.flows = ((Flows.Holder) protection).flows();
    }

    /** Another node over the same stores: nothing is in its caches. */
    FlowWorld again() {
        return new FlowWorld(stores, root);
    }

    private static Policy policy() {
        return Policy.builder()
                .role("agent", grant(TenantScope.OWN, "support", "newsletter", "invoicing"))
                .role("job", grant(TenantScope.ANY, "support", "newsletter"))
                .role(
                        "clerk",
                        Grant.of(Action.READ, Action.MODIFY, Action.DELETE)
                                .purposes("support")
                                .categories("location")
                                .tenants(TenantScope.OWN))
                .build(MAP);
    }

    private static Grant grant(TenantScope scope, String... purposes) {
        return Grant.of(Action.READ, Action.MODIFY, Action.DELETE)
                .purposes(purposes)
                .categories(CATEGORIES.toArray(String[]::new))
                .tenants(scope);
    }

    static ProtectionContext as(String role, String purpose, String tenant) {
        return ProtectionContext.of(Actor.of("user-7", role, tenant), purpose, TenantId.of(tenant));
    }

    static Dataset dataset(String name) {
        return MAP.dataset(name).orElseThrow();
    }

    static Field field(String dataset, String name) {
        return dataset(dataset).field(name).orElseThrow();
    }

    static WriteRow row(SubjectRef subject, Map<String, Optional<Object>> values) {
        return new WriteRow(subject.tenant(), Optional.of(subject), values);
    }

    static WriteRow named(SubjectRef subject, String name) {
        return row(subject, Map.of("full_name", Optional.of(name)));
    }

    /** Seals a name in a dataset, unrecorded. */
    PreparedWrite sealed(String dataset, WriteRow... rows) {
        return flows.write().prepare(as("agent", "support", "acme"), WriteKind.INSERT, dataset(dataset), List.of(rows));
    }

    byte[] cell(String dataset, SubjectRef subject) {
        PreparedWrite write = sealed(dataset, named(subject, "Anna"));
        return Objects.requireNonNull(write.rows().get(0).cells().get("full_name"));
    }

    Instant now() {
        return Objects.requireNonNull(now.get());
    }

    void later(Duration by) {
        now.set(now().plus(by));
    }

    void phase(SubjectRef subject, Phase phase) {
        stores.states(known -> new byte[0])
                .update(subject, state -> SubjectState.active(subject).withPhase(phase));
    }

    List<AuditEvent> events(AuditEvent.Outcome outcome) {
        return protection.audit().find(AuditQuery.ALL.outcome(outcome));
    }

    double counted(String meter) {
        return meters.get(meter).counter().count();
    }

    @Override
    public void close() {
        protection.close();
    }
}
