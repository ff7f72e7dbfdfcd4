package dev.protection.core.flow;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.protection.Actor;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.LegalBasis;
import dev.protection.ProtectionContext;
import dev.protection.Purpose;
import dev.protection.RestrictionGround;
import dev.protection.RetentionClass;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditEvent;
import dev.protection.core.audit.TinkLogSigner;
import dev.protection.core.encryption.AeadKeyWrapper;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.InMemoryKeyStore;
import dev.protection.core.encryption.KeySettings;
import dev.protection.core.lawfulness.InMemoryConsentStore;
import dev.protection.core.retention.InMemoryRetentionStore;
import dev.protection.core.rights.InMemoryErasureLedger;
import dev.protection.core.rights.InMemoryLedgerEpochStore;
import dev.protection.core.rights.InMemoryRequestStore;
import dev.protection.core.rights.InMemorySubjectStates;
import dev.protection.core.rights.ReceiptSigner;
import dev.protection.core.rights.Receipts;
import dev.protection.core.rights.SubjectHash;
import dev.protection.encryption.KeyId;
import dev.protection.encryption.KeyOwner;
import dev.protection.encryption.KeyWrapper;
import dev.protection.lawfulness.ConsentStore;
import dev.protection.retention.RetentionStore;
import dev.protection.rights.ErasureLedger;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestStore;
import dev.protection.rights.SubjectStates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A small company: contacts no law keeps, invoices that a law keeps for six years, and two persons. */
final class World {
    static final TenantId ACME = TenantId.of("acme");
    static final SubjectRef ANN = new SubjectRef(ACME, "contact", "1");
    static final SubjectRef BEN = new SubjectRef(ACME, "contact", "2");
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final RetentionClass INVOICING = RetentionClass.of(List.of("invoicing"));

    final DataMap map = map();
    final MemorySource tables = new MemorySource(map);
    final InMemoryKeyStore keys = new InMemoryKeyStore();
    InMemorySubjectStates states;
    InMemoryLedgerEpochStore epoch = new InMemoryLedgerEpochStore();
    InMemoryRequestStore requests = new InMemoryRequestStore();
    InMemoryErasureLedger ledger = new InMemoryErasureLedger();
    InMemoryRetentionStore holds = new InMemoryRetentionStore();
    InMemoryConsentStore consents = new InMemoryConsentStore();
    final Set<KeyId> denied = new HashSet<>();
    final List<Anchor> anchors = new ArrayList<>();
    LedgerGuard guard;
    final Map<UUID, AuditEvent> events = new LinkedHashMap<>();
    final KeyWrapper root = root();
    Instant now = START;

    World() {
        states = new InMemorySubjectStates(hash()::bytes);
        put(ANN);
        put(BEN);
        engine().forWriting(Set.of(
                new KeyOwner(ANN, RetentionClass.NONE),
                new KeyOwner(ANN, INVOICING),
                new KeyOwner(BEN, RetentionClass.NONE),
                new KeyOwner(BEN, INVOICING)));
        guard = guard(anchored(new Faults()), requests);
    }

    private void put(SubjectRef subject) {
        String id = subject.id();
        tables.put(id, subject, "contact", Optional.of(Instant.parse("2023-01-10T00:00:00Z")), "full_name", "city");
        tables.put(id + "a", subject, "contact", Optional.empty(), "full_name", "city");
        tables.put(id, subject, "invoice", Optional.of(Instant.parse("2025-06-01T00:00:00Z")), "payer", "remark");
        tables.put(id + "a", subject, "invoice", Optional.of(Instant.parse("2019-06-01T00:00:00Z")), "payer", "remark");
    }

    private static DataMap map() {
        return DataMap.builder()
                .controller("Example Pages Oy", "dpo@example.com")
                .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "location"))
                .purpose(Purpose.of("invoicing", LegalBasis.LEGAL_OBLIGATION, "name")
                        .keepAtLeast("Accounting Act 2:10", Period.ofYears(6)))
                .purpose(Purpose.of("outreach", LegalBasis.LEGITIMATE_INTERESTS, "name"))
                .purpose(Purpose.of("mailing", LegalBasis.CONSENT, "name").asDirectMarketing())
                .purpose(Purpose.of("claims", LegalBasis.LEGITIMATE_INTERESTS, "name")
                        .whileRestricted(RestrictionGround.LEGAL_CLAIMS))
                .dataset(Dataset.named("contact")
                        .key("id")
                        .purposes("support")
                        .subject("contact", "id")
                        .tenant("client")
                        .eraseAfter("last_active_at", Period.ofMonths(24))
                        .field(Field.sealed("full_name", "name"))
                        .field(Field.plain("city", "location"))
                        .build())
                .dataset(Dataset.named("invoice")
                        .key("id")
                        .purposes("invoicing", "support")
                        .subject("contact", "contact_id")
                        .tenant("client")
                        .since("issued_at")
                        .field(Field.sealed("payer", "name"))
                        .field(Field.plain("remark", "location"))
                        .build())
                .build();
    }

    static KeyWrapper root() {
        try {
            KeysetHandle keyset = KeysetHandle.newBuilder()
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return AeadKeyWrapper.of("test", keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private EncryptionEngine engine() {
        return new EncryptionEngine(
                keys,
                root,
                tenant -> tenant,
                () -> now,
                new SecureRandom(),
                KeySettings.defaults(),
                new SimpleMeterRegistry());
    }

    SubjectHash hash() {
        return SubjectHash.open(keys, root, () -> now);
    }

    /** What a backup of the data brings back that was made before anything happened; the keys and the ledger stay. */
    void restoreTheFirstBackup() {
        states = new InMemorySubjectStates(hash()::bytes);
        epoch = new InMemoryLedgerEpochStore();
        requests = new InMemoryRequestStore();
        holds = new InMemoryRetentionStore();
        consents = new InMemoryConsentStore();
        tables.rows.clear();
        tables.told.clear();
        put(ANN);
        put(BEN);
    }

    /** Starts a node over the stores, whose changes may fail. */
    RightsFlows node(Faults faults, PersonalDataSource... more) {
        List<PersonalDataSource> sources = new java.util.ArrayList<>(List.of(more));
        sources.add(faults.wrap(PersonalDataSource.class, tables));
        Consumer<AuditEvent> audit = event -> events.putIfAbsent(event.id(), event);
        @SuppressWarnings("unchecked")
        Consumer<AuditEvent> faulty = faults.wrap(Consumer.class, audit);
        AnchoredLedger anchored = anchored(faults);
        RequestStore store = faults.wrap(RequestStore.class, requests);
        guard = guard(anchored, store);
        return new RightsFlows(new RightsParts(
                map,
                new Contexts(Optional.of(ProtectionContext.of(Actor.of("dpo", "officer", "acme"), "support", ACME))),
                faults.wrap(SubjectStates.class, states),
                store,
                anchored,
                guard,
                faults.wrap(RetentionStore.class, holds),
                faults.wrap(ConsentStore.class, consents),
                sources,
                faults.wrap(KeyDestruction.class, KeyDestruction.of(keys, engine())),
                hash(),
                new Receipts(ReceiptSigner.open(keys, root, () -> now), List::of),
                faulty,
                () -> now,
                new NoRunner()));
    }

    private AnchoredLedger anchored(Faults faults) {
        return new AnchoredLedger(
                faults.wrap(ErasureLedger.class, ledger),
                TinkLogSigner.open(AnchoredLedger.ORIGIN, keys, root, () -> now),
                anchors,
                true);
    }

    private LedgerGuard guard(AnchoredLedger anchored, RequestStore store) {
        return new LedgerGuard(anchored, epoch, store, denied::add);
    }

    RightsFlows node() {
        return node(new Faults());
    }

    /** Tests carry jobs out themselves. */
    private static final class NoRunner implements JobRunner {
        @Override
        public void start(Work work) {
            // The test calls the work.
        }

        @Override
        public void schedule(RequestId id) {
            // The test calls the work.
        }

        @Override
        public void close() {
            // Nothing runs.
        }
    }

    static void work(RightsFlows node) {
        node.due().forEach(node::run);
    }

    /** The data, the states and the keys. */
    String data() {
        StringBuilder text = new StringBuilder();
        text.append(tables.rows).append(tables.told).append('\n');
        List.of(ANN, BEN).forEach(subject -> {
            text.append(states.get(List.of(subject)).values()).append('\n');
            keys.ofSubject(subject).forEach(key -> text.append(key.owner()).append('\n'));
        });
        return text.toString();
    }

    /** Everything that lasts, without random ids and hashes. */
    String state() {
        StringBuilder text = new StringBuilder(data());
        ledger.lines(0, 100)
                .forEach(line -> text.append(new String(line.entry(), java.nio.charset.StandardCharsets.UTF_8)
                                .replaceAll("\"(id|at|previous|subject|hash)\":\"[^\"]*\"", "")
                                .replaceAll("\"keys\":\\[[^]]*]", ""))
                        .append('\n'));
        requests.due(Instant.parse("2999-01-01T00:00:00Z"), 100)
                .forEach(request ->
                        text.append(request.kind()).append(request.state()).append(request.dueAt()));
        events.values().stream()
                .map(event -> event.kind() + " " + event.outcome() + " " + event.rows() + " "
                        + event.subjects().size())
                .sorted()
                .forEach(event -> text.append(event).append('\n'));
        return text.toString();
    }
}
