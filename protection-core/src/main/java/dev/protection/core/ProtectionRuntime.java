package dev.protection.core;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.StandingFinding;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.BreakGlass;
import dev.protection.access.Policy;
import dev.protection.access.PolicyChange;
import dev.protection.access.PolicySource;
import dev.protection.access.PolicyTrial;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.AnomalySettings;
import dev.protection.anomaly.LocationResolver;
import dev.protection.audit.Anchor;
import dev.protection.audit.AuditLog;
import dev.protection.core.access.AccessEngine;
import dev.protection.core.anomaly.AnomalyEngine;
import dev.protection.core.anomaly.LoggingResponse;
import dev.protection.core.anomaly.Origins;
import dev.protection.core.audit.AuditEngine;
import dev.protection.core.audit.AuditSettings;
import dev.protection.core.audit.TinkLogSigner;
import dev.protection.core.encryption.EncryptionEngine;
import dev.protection.core.encryption.KeySettings;
import dev.protection.core.flow.Contexts;
import dev.protection.core.flow.Engines;
import dev.protection.core.flow.Flows;
import dev.protection.core.flow.KeyDestruction;
import dev.protection.core.flow.PolicyReload;
import dev.protection.core.flow.RecordedBreakGlass;
import dev.protection.core.flow.RightsFlows;
import dev.protection.core.flow.RightsParts;
import dev.protection.core.lawfulness.ConsentSource;
import dev.protection.core.lawfulness.LawfulnessEngine;
import dev.protection.core.lawfulness.RememberedStates;
import dev.protection.core.measures.MeasuresEngine;
import dev.protection.core.measures.MeasuresParts;
import dev.protection.core.rights.ReceiptSigner;
import dev.protection.core.rights.Receipts;
import dev.protection.core.rights.SubjectHash;
import dev.protection.encryption.KeyWrapper;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.lawfulness.Consents;
import dev.protection.measures.Measure;
import dev.protection.measures.Measures;
import dev.protection.retention.Retention;
import dev.protection.rights.PersonalDataSource;
import dev.protection.rights.SubjectRights;
import dev.protection.rights.SubjectStates;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library, running: engines over stores, joined into flows. */
final class ProtectionRuntime implements Protection, Flows.Holder, Stores.Holder, Vitals.Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
    private static final String LOG_ORIGIN = "dev.protection/audit-log";

    private final Parts parts;
    private final LedgerWatch ledger;
    private final SubjectHash hash;
    private final SubjectStates states;
    private final AccessEngine access;
    private final AuditEngine audit;
    private final AuditLog log;
    private final AnomalyEngine anomaly;
    private final Flows flows;
    private final StoreJobs jobs;
    private final RightsFlows rights;
    private final BackgroundWork background;
    private final Measures measures;

    private ProtectionRuntime(Parts parts) {
        this.parts = parts;
        this.ledger = new LedgerWatch(parts);
        this.hash = SubjectHash.open(parts.stores().keys(), parts.root(), parts.clock());
        this.states = new RememberedStates(parts.stores().states(hash::bytes), parts.staleness(), parts.clock());
        this.access = new AccessEngine(parts.map(), parts.policy(), parts.tenants(), parts.clock());
        this.audit = new AuditEngine(
                parts.stores().audit(),
                TinkLogSigner.open(LOG_ORIGIN, parts.stores().keys(), parts.root(), parts.clock()),
                parts.anchors(),
                AuditSettings.defaults(),
                parts.clock(),
                parts.meters());
        SecureRandom random = new SecureRandom();
        byte[] addresses = NamedSecret.of("address-hash", parts.stores().keys(), parts.root(), parts.clock(), random);
        this.anomaly = new AnomalyEngine(
                AnomalySettings.defaults(),
                new Origins(addresses, parts.locations()),
                parts.stores().findings(),
                List.of(new LoggingResponse()),
                parts.clock());
        EncryptionEngine encryption = new EncryptionEngine(
                ledger.keys(),
                parts.root(),
                parts.tenants()::controllerOf,
                parts.clock(),
                random,
                KeySettings.defaults().withStaleness(parts.staleness()),
                parts.meters());
        Engines engines = new Engines(
                parts.map(),
                access,
                encryption,
                audit,
                new FlowObserver(parts.meters(), anomaly, parts.clock()),
                parts.clock(),
                states,
                new LawfulnessEngine(parts.map(), states),
                this::knownTenants);
        this.flows = Flows.of(engines, parts.contexts(), ledger.guard());
        KeyDestruction keys = KeyDestruction.of(ledger.keys(), encryption);
        this.log = flows.gate().log(audit, keys);
        this.jobs = new StoreJobs(parts.stores(), parts.clock());
        List<PersonalDataSource> sources = new ArrayList<>(parts.stores().sources(parts.map(), flows.opener()));
        sources.add(new ConsentSource(parts.stores().consents()));
        sources.addAll(parts.sources());
        this.rights = new RightsFlows(rightsParts(parts, keys, sources));
        this.measures = measures(parts, sources);
        this.background = new BackgroundWork();
    }

    private Measures measures(Parts from, List<PersonalDataSource> sources) {
        return new MeasuresEngine(
                from.measures(),
                new MeasuresParts(
                        from.map(),
                        access,
                        from.stores().keys(),
                        log,
                        from.stores().findings(),
                        sources,
                        () -> standing(from)),
                from.clock());
    }

    /** One context for a whole program does not tell purposes apart, which the measures say and a start need not. */
    private static List<StandingFinding> standing(Parts from) {
        List<StandingFinding> standing = new ArrayList<>(from.findings().get());
        from.contexts()
                .fixed()
                .ifPresent(fixed -> standing.add(new StandingFinding(
                        "FIXED_CONTEXT",
                        "The whole program works under one fixed context, for one purpose and one actor.")));
        return standing;
    }

    private RightsParts rightsParts(Parts from, KeyDestruction keys, List<PersonalDataSource> sources) {
        Stores stores = from.stores();
        return new RightsParts(
                from.map(),
                flows.contexts(),
                states,
                stores.requests(),
                ledger.ledger(),
                ledger.guard(),
                stores.holds(),
                stores.consents(),
                sources,
                keys,
                hash,
                new Receipts(ReceiptSigner.open(stores.keys(), from.root(), from.clock()), from.findings()),
                audit::record,
                from.clock(),
                jobs);
    }

    /** What a running library is made of. */
    record Parts(
            DataMap map,
            PolicySource policy,
            TenantTree tenants,
            KeyWrapper root,
            Stores stores,
            List<Anchor> anchors,
            Contexts contexts,
            Duration staleness,
            boolean production,
            InstantSource clock,
            MeterRegistry meters,
            Supplier<List<StandingFinding>> findings,
            LocationResolver locations,
            List<PersonalDataSource> sources,
            List<Measure> measures) {}

    static Protection start(Parts parts) {
        parts.findings().get().forEach(finding -> LOG.warn("{}", finding));
        boolean started = false;
        try {
            ProtectionRuntime runtime = new ProtectionRuntime(parts);
            runtime.access.policy().findings(parts.map()).forEach(finding -> LOG.warn("{}", finding));
            runtime.audit.start(runtime.background.executor());
            runtime.rights.start();
            runtime.ledger.start(runtime.rights, runtime.background.executor());
            started = true;
            return runtime;
        } finally {
            if (!started) {
                parts.stores().close();
            }
        }
    }

    private Set<TenantId> knownTenants() {
        Set<TenantId> known = new HashSet<>(parts.tenants().known());
        known.addAll(parts.stores().keys().tenants());
        return known;
    }

    @Override
    public Flows flows() {
        return flows;
    }

    @Override
    public SubjectStates states() {
        return states;
    }

    @Override
    public Vitals vitals() {
        return new Vitals(parts.stores(), parts.anchors(), LOG_ORIGIN);
    }

    @Override
    public Scope open(ProtectionContext context) {
        return context.open();
    }

    @Override
    public <T> Callable<T> carry(Callable<T> task) {
        Optional<ProtectionContext> bound = ProtectionContext.current();
        return () -> {
            if (bound.isEmpty()) {
                return task.call();
            }
            Scope scope = bound.get().open();
            try {
                return task.call();
            } finally {
                scope.close();
            }
        };
    }

    @Override
    public ProtectedDataset dataset(String name) {
        Dataset dataset = parts.map()
                .dataset(name)
                .orElseThrow(() -> new IllegalArgumentException("no dataset is declared under the name " + name));
        return flows.dataset(dataset);
    }

    @Override
    public Access access() {
        return new ContextualAccess(access, parts.contexts());
    }

    @Override
    public PolicyTrial observePolicy(Policy candidate) {
        return new PolicyReload(access, audit, parts.clock()).observe(ProtectionContext.current(), candidate);
    }

    @Override
    public BreakGlass breakGlass() {
        return new RecordedBreakGlass(access, audit, anomaly, parts.contexts(), parts.clock());
    }

    @Override
    public PolicyChange reloadPolicy() {
        PolicyChange change = new PolicyReload(access, audit, parts.clock()).reload(ProtectionContext.current());
        change.after().findings(parts.map()).forEach(finding -> LOG.warn("{}", finding));
        return change;
    }

    @Override
    public SubjectRights rights() {
        return flows.gate().rights(rights);
    }

    @Override
    public Consents consents() {
        return flows.gate().consents(rights);
    }

    @Override
    public Retention retention() {
        return flows.gate().retention(rights);
    }

    @Override
    public Anomaly anomaly() {
        return anomaly;
    }

    @Override
    public AuditLog audit() {
        return log;
    }

    @Override
    public Measures measures() {
        return measures;
    }

    @Override
    public DataMap dataMap() {
        return parts.map();
    }

    @Override
    public List<StandingFinding> standingFindings() {
        return parts.findings().get();
    }

    @Override
    public void close() {
        jobs.close();
        audit.close();
        background.close();
        parts.stores().close();
    }
}
