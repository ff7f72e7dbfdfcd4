package dev.protection.core;

import com.google.crypto.tink.Aead;
import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.DataMapBuilder;
import dev.protection.MissingContextException;
import dev.protection.Problem;
import dev.protection.ProtectionContext;
import dev.protection.StandingFinding;
import dev.protection.access.PolicySource;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.LocationResolver;
import dev.protection.audit.Anchor;
import dev.protection.core.config.AnnotatedDatasets;
import dev.protection.core.config.Configuration;
import dev.protection.core.config.ConfigurationLoader;
import dev.protection.core.config.Profile;
import dev.protection.core.config.ProfileRules;
import dev.protection.core.config.StatePlace;
import dev.protection.core.encryption.AeadKeyWrapper;
import dev.protection.core.flow.Contexts;
import dev.protection.core.flow.LaterSource;
import dev.protection.encryption.KeyWrapper;
import dev.protection.rights.PersonalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Collects what was said in file and code, finds everything wrong with it, and starts the library. */
final class ProtectionBuilder implements Protection.Builder {
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private Optional<String> location = Optional.empty();
    private Optional<DataMap> map = Optional.empty();
    private Optional<PolicySource> policy = Optional.empty();
    private Optional<TenantTree> tenants = Optional.empty();
    private Optional<KeyWrapper> root = Optional.empty();
    private Optional<Stores> stores = Optional.empty();
    private Optional<ProtectionContext> context = Optional.empty();
    private Optional<String> supplier = Optional.empty();
    private String remedy = MissingContextException.REMEDY;
    private Optional<StoresSettings.Database> data = Optional.empty();
    private InstantSource clock = InstantSource.system();
    private MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Class<?>> annotated = new ArrayList<>();
    private final List<PersonalDataSource> sources = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private LocationResolver locations = LocationResolver.none();
    private Supplier<List<StandingFinding>> hostFindings = List::of;
    private boolean development;

    @Override
    public Protection.Builder config(String place) {
        this.location = Optional.of(place);
        return this;
    }

    @Override
    public Protection.Builder dataMap(DataMap declared) {
        this.map = Optional.of(declared);
        return this;
    }

    @Override
    public Protection.Builder annotated(Class<?>... types) {
        annotated.addAll(List.of(types));
        return this;
    }

    @Override
    public Protection.Builder policy(PolicySource source) {
        this.policy = Optional.of(source);
        return this;
    }

    @Override
    public Protection.Builder tenants(TenantTree tree) {
        this.tenants = Optional.of(tree);
        return this;
    }

    @Override
    public Protection.Builder rootKey(KeyWrapper wrapper) {
        this.root = Optional.of(wrapper);
        return this;
    }

    @Override
    public Protection.Builder rootKey(String name, Aead aead) {
        return rootKey(AeadKeyWrapper.of(name, aead));
    }

    @Override
    public Protection.Builder stores(Stores opened) {
        this.stores = Optional.of(opened);
        return this;
    }

    @Override
    public Protection.Builder locations(LocationResolver resolver) {
        this.locations = resolver;
        return this;
    }

    @Override
    public Protection.Builder anchor(Anchor anchor) {
        anchors.add(anchor);
        return this;
    }

    @Override
    public Protection.Builder source(PersonalDataSource source) {
        sources.add(source);
        return this;
    }

    @Override
    public Protection.Builder laterSource(Supplier<PersonalDataSource> source) {
        return source(new LaterSource(source));
    }

    @Override
    public Protection.Builder clock(InstantSource source) {
        this.clock = source;
        return this;
    }

    @Override
    public Protection.Builder meters(MeterRegistry registry) {
        this.meters = registry;
        return this;
    }

    @Override
    public Protection.Builder fixedContext(ProtectionContext fixed) {
        this.context = Optional.of(fixed);
        return this;
    }

    @Override
    public Protection.Builder contextsFrom(String host) {
        this.supplier = Optional.of(host);
        return this;
    }

    @Override
    public Protection.Builder contextRemedy(String sentence) {
        this.remedy = sentence;
        return this;
    }

    @Override
    public Protection.Builder findings(Supplier<List<StandingFinding>> host) {
        this.hostFindings = host;
        return this;
    }

    @Override
    public Protection.Builder development() {
        this.development = true;
        return this;
    }

    @Override
    public Protection.Builder dataStore(StoresSettings.Database database) {
        this.data = Optional.of(database);
        return this;
    }

    @Override
    public Protection build() {
        Configuration said = said();
        DataMap declared = declared(said);
        Set<StatePlace> supplied = supplied();
        List<Problem> problems = new ArrayList<>(ProfileRules.missingForProduction(said, supplied));
        if (policy.isEmpty() && said.roles().isEmpty()) {
            problems.add(new Problem(said.source() + " roles", "is missing: nobody could do anything"));
        }
        secondSupplier(said).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        Configuration completed = ProfileRules.completed(said, data.map(DeclaredStores::declaration));
        PolicySource source = policy.orElseGet(() -> new DeclaredPolicy(said, declared));
        KeyWrapper wrapper = root.orElseGet(() -> RootKeys.open(completed, said.profile() == Profile.DEVELOPMENT));
        Stores opened = stores.orElseGet(() -> DeclaredStores.open(completed, data));
        TenantTree tree = tenants.or(() -> DeclaredTenants.tree(said.tenants(), opened))
                .orElseGet(() -> TenantTree.of(List.of()));
        return ProtectionRuntime.start(new ProtectionRuntime.Parts(
                declared,
                source,
                tree,
                wrapper,
                opened,
                anchors(said, completed),
                new Contexts(context.or(() -> DeclaredContext.of(said)), remedy),
                said.staleness(),
                said.profile() == Profile.PRODUCTION,
                clock,
                meters,
                findings(ProfileRules.findings(said, completed, supplied)),
                locations,
                List.copyOf(sources),
                said.measures()));
    }

    private Supplier<List<StandingFinding>> findings(List<StandingFinding> ours) {
        Supplier<List<StandingFinding>> theirs = hostFindings;
        return () -> Stream.concat(ours.stream(), theirs.get().stream()).toList();
    }

    private Optional<Problem> secondSupplier(Configuration said) {
        boolean fixed = context.isPresent() || said.context().isPresent();
        return supplier.filter(host -> fixed)
                .map(host -> new Problem(
                        said.source() + " context",
                        "stands beside another supplier of contexts, " + host
                                + ": work that lost its context would act under the fixed one. Remove 'context:'"));
    }

    /** A log that ends with the process needs no anchor that outlives it, unless one is named. */
    private List<Anchor> anchors(Configuration said, Configuration completed) {
        boolean named = !said.stores().anchor().isEmpty();
        boolean lasting = completed
                .stores()
                .data()
                .filter(database -> named || !database.url().startsWith(IN_MEMORY))
                .isPresent();
        return anchors.isEmpty() && lasting ? Anchors.open(completed) : anchors;
    }

    private Configuration said() {
        Configuration read = location.map(ConfigurationLoader::load).orElseGet(Configuration::empty);
        return development ? read.withProfile(Profile.DEVELOPMENT) : read;
    }

    private DataMap declared(Configuration said) {
        DataMap declared = map.or(said::dataMap)
                .orElseThrow(() -> new ConfigurationException(List.of(new Problem(
                        said.source(), "declares no personal data: add 'controller', 'purposes' and 'datasets'"))));
        if (annotated.isEmpty()) {
            return declared;
        }
        DataMapBuilder builder = declared.toBuilder();
        AnnotatedDatasets.read(annotated.toArray(Class<?>[]::new)).forEach(builder::dataset);
        return builder.build();
    }

    private Set<StatePlace> supplied() {
        Set<StatePlace> supplied = EnumSet.noneOf(StatePlace.class);
        root.ifPresent(wrapper -> supplied.add(StatePlace.ROOT_KEY));
        data.ifPresent(database -> supplied.add(StatePlace.DATA));
        if (!anchors.isEmpty()) {
            supplied.add(StatePlace.ANCHOR);
        }
        stores.ifPresent(opened -> supplied.addAll(Set.of(StatePlace.DATA, StatePlace.KEYS, StatePlace.LEDGER)));
        return supplied;
    }
}
