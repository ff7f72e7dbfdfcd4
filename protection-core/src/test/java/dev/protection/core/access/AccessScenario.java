package dev.protection.core.access;

import static dev.protection.core.access.AccessFixture.MAP;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.ProtectionContext;
import dev.protection.TenantId;
import dev.protection.access.Conditions;
import dev.protection.access.Emergency;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Hours;
import dev.protection.access.Mask;
import dev.protection.access.Network;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.Tenant;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import dev.protection.lawfulness.Capacity;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy, a tree and questions drawn at random. */
final class AccessScenario {
    static final List<String> TENANTS =
            List.of("agency", "client", "page", "other-page", "enterprise", "location", "lab", "stray", "stray-2");
    private static final List<String> CATEGORIES = List.of("name", "email-address", "postal-address", "health");
    private static final List<String> ROLES = List.of("a", "b", "c", "unknown");

    private static final String ACTOR = "actor";
    private static final Instant START = Instant.parse("2026-03-27T12:00:00Z");
    private static final List<Network> NETWORKS = List.of(new Network("10.1.0.0/16"), new Network("2001:db8::/32"));
    private static final List<String> ADDRESSES =
            List.of("10.1.2.3", "10.2.0.1", "2001:db8::7", "::ffff:10.1.0.9", "host");

    private final Random random;
    private Instant now = START;
    private final Policy policy;
    private final AccessEngine engine;

    AccessScenario(Random random) {
        this.random = random;
        PolicyBuilder builder = Policy.builder();
        for (String role : List.of("a", "b", "c")) {
            builder.role(role);
            for (int i = random.nextInt(4); i > 0; i--) {
                builder.role(role, grant());
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            builder.forbid(forbid());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            builder.mask(one(CATEGORIES), purpose(), one(List.of(Mask.values())));
        }
        if (random.nextBoolean()) {
            builder.mandates(mandates());
        }
        if (random.nextInt(3) == 0) {
            builder.separate(random.nextBoolean() ? new String[] {"a", "b"} : new String[] {"a", "b", "c"});
        }
        this.policy = builder.build(MAP);
        this.engine = inEmergency(new AccessEngine(MAP, () -> policy, AccessFixture.TREE, this::now));
    }

    /** Breaks the glass, whatever time it is, as of the start. */
    AccessEngine inEmergency(AccessEngine over) {
        Instant kept = now;
        now = START;
        over.openEmergency("open", new Actor(ACTOR, Set.of(), Set.of(), Map.of()));
        now = kept;
        return over;
    }

    /** What {@link #inEmergency} opens. */
    static OpenEmergencies emergencies() {
        return OpenEmergencies.NONE.with("open", ACTOR, START);
    }

    /** The same moment until the next call of {@link #passTime}. */
    Instant now() {
        return now;
    }

    /** Moves the clock by up to five days, forwards or back. */
    void passTime() {
        now = START.plusSeconds(
                (random.nextBoolean() ? random.nextInt(10 * 24 * 3600) - 5 * 24 * 3600L : random.nextInt(24 * 3600)));
    }

    Policy policy() {
        return policy;
    }

    AccessEngine engine() {
        return engine;
    }

    private Mandates mandates() {
        Mandates mandates = new Mandates(new TreeMap<>(), random.nextInt(3) == 0 ? Mandate.OWN : mandate());
        for (String tenant : some(TENANTS)) {
            mandates = mandates.with(tenant, mandate());
        }
        return mandates;
    }

    private Mandate mandate() {
        List<ControllerInstruction> instructions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ControllerInstruction given = ControllerInstruction.of(
                            "given-" + i,
                            "0".repeat(64),
                            atLeastOne(List.of(Action.values())).toArray(Action[]::new))
                    .purposes(atLeastOne(MAP.purposes().keySet()).toArray(String[]::new))
                    .categories(atLeastOne(CATEGORIES).toArray(String[]::new));
            Instant from = START.plusSeconds(3600L * (random.nextInt(200) - 150));
            instructions.add(
                    random.nextInt(3) == 0
                            ? given.between(from, from.plusSeconds(3600L * random.nextInt(200)))
                            : given);
        }
        return random.nextInt(4) == 0
                ? new Mandate(Capacity.JOINT, List.of())
                : new Mandate(Capacity.PROCESSOR, instructions);
    }

    private Grant grant() {
        Set<Action> actions = new HashSet<>(some(List.of(Action.values())));
        actions.add(Action.READ);
        return new Grant(
                actions,
                new TreeSet<>(atLeastOne(MAP.purposes().keySet())),
                new TreeSet<>(atLeastOne(CATEGORIES)),
                new TreeSet<>(random.nextInt(3) == 0 ? some(MAP.datasets().keySet()) : List.of()),
                one(List.of(TenantScope.values())),
                conditions());
    }

    private Conditions conditions() {
        return random.nextBoolean()
                ? Conditions.NONE
                : new Conditions(
                        random.nextInt(3) == 0,
                        random.nextInt(3) == 0 ? atLeastOne(NETWORKS) : List.of(),
                        random.nextInt(3) == 0 ? Optional.of(hours()) : Optional.empty(),
                        random.nextInt(3) == 0
                                ? Optional.of(START.plusSeconds(3600L * (random.nextInt(200) - 100)))
                                : Optional.empty(),
                        random.nextInt(3) == 0
                                ? Optional.of(Duration.ofHours(1 + random.nextInt(24)))
                                : Optional.empty());
    }

    private Hours hours() {
        return new Hours(
                new HashSet<>(atLeastOne(List.of(DayOfWeek.values()))),
                LocalTime.of(random.nextInt(24), 0),
                LocalTime.of(random.nextInt(24), 30),
                ZoneId.of("Europe/Helsinki"));
    }

    private Forbid forbid() {
        return new Forbid(
                new TreeSet<>(some(List.of("a", "b", "c"))),
                Set.copyOf(atLeastOne(List.of(Action.values()))),
                new TreeSet<>(some(MAP.purposes().keySet())),
                new TreeSet<>(some(CATEGORIES)),
                new TreeSet<>(some(MAP.datasets().keySet())));
    }

    /** Some of the tenants, each below one of those before it or a root. */
    TenantTree tree() {
        List<Tenant> tenants = new ArrayList<>();
        for (String id : TENANTS) {
            if (random.nextInt(5) > 0) {
                boolean root = tenants.isEmpty() || random.nextInt(3) == 0;
                tenants.add(
                        root
                                ? Tenant.root(id)
                                : Tenant.under(id, one(tenants).id().value()));
            }
        }
        return TenantTree.of(tenants);
    }

    ProtectionContext context() {
        Set<TenantId> tenants = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tenants.add(tenant());
        }
        Actor actor = new Actor(ACTOR, new HashSet<>(some(ROLES)), tenants, attributes());
        return ProtectionContext.of(actor, purpose(), tenant());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(3) > 0) {
            attributes.put(Emergency.ATTRIBUTE, one(List.of("open", "open", "made-up")));
        }
        if (random.nextBoolean()) {
            attributes.put(Conditions.STRONG_AUTHENTICATION, one(List.of("true", "false")));
        }
        if (random.nextBoolean()) {
            attributes.put(Conditions.ADDRESS, one(ADDRESSES));
        }
        return attributes;
    }

    private String purpose() {
        return one(List.copyOf(MAP.purposes().keySet()));
    }

    Action action() {
        return one(List.of(Action.values()));
    }

    TenantId tenant() {
        return TenantId.of(one(TENANTS));
    }

    Dataset dataset() {
        return one(List.copyOf(MAP.datasets().values()));
    }

    Optional<Field> field(Dataset dataset) {
        List<Field> fields = List.copyOf(dataset.fields().values());
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(one(fields));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(Collection<T> of) {
        return of.stream().filter(each -> random.nextBoolean()).collect(Collectors.toCollection(ArrayList::new));
    }

    private <T> List<T> atLeastOne(Collection<T> of) {
        List<T> some = some(of);
        return some.isEmpty() ? List.of(one(List.copyOf(of))) : some;
    }
}
