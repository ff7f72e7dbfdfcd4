package dev.protection.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.DataMap;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Forbid;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.PolicyBuilder;
import dev.protection.access.Tenant;
import dev.protection.access.TenantScope;
import dev.protection.access.TenantTree;
import dev.protection.core.config.ConfigurationLoader;
import dev.protection.testing.servers.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/** Under any policy, SQL reaches the rows for which a decision says yes, and no others. */
@SuppressWarnings("try") // a scope is opened to be closed
class TenantFilterProperties {
    /** Texts that databases like to take for each other, and none at all. */
    private static final List<@Nullable String> TENANTS = Arrays.asList(
            "acme",
            "ACME",
            "Acme",
            "acme ",
            "\u00e4cme",
            "a\u0308cme",
            "ac_e",
            "ac%",
            "%",
            "\uff41cme",
            "stra\u00dfe",
            "strasse",
            "\u0130d",
            "id",
            "\ud83d\ude00",
            "\ud83d\ude01",
            "'; --",
            "7",
            "07",
            "7.0",
            null);

    private static final TenantTree TREE = TenantTree.of(List.of(
            Tenant.root("acme"),
            Tenant.under("ACME", "acme"),
            Tenant.under("ac%", "ACME"),
            Tenant.under("id", "\u0130d"),
            Tenant.root("\u0130d"),
            Tenant.under("7", "07"),
            Tenant.root("07")));
    private static final DataMap MAP =
            ConfigurationLoader.load("classpath:e2e.yaml").dataMap().orElseThrow();
    private static final Map<TestDatabase, World> WORLDS = new EnumMap<>(TestDatabase.class);

    private record World(AtomicReference<Policy> policy, Shielded shielded, Connection inside) {
        static World on(TestDatabase database) {
            try {
                AtomicReference<Policy> policy = new AtomicReference<>(
                        Policy.builder().role("agent", grant(TenantScope.ANY)).build(MAP));
                Shielded shielded = Shielded.on(
                        database.freshDatabase(),
                        text -> text,
                        builder -> builder.tenants(TREE).policy(() -> Objects.requireNonNull(policy.get())));
                World world = new World(policy, shielded, shielded.dataSource().getConnection());
                world.fill(database);
                return world;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void fill(TestDatabase database) throws SQLException {
            try (Scope scope = context(Set.of(), "acme").open()) {
                Shielded.run(
                        inside, Shielded.CONTACTS.replace("client_id VARCHAR(40) NOT NULL", "client_id VARCHAR(40)"));
            }
            if (database == TestDatabase.MARIADB) {
                shielded.beneath("ALTER TABLE page_contact CONVERT TO CHARACTER SET utf8mb4");
            }
            try (Connection beneath = DriverManager.getConnection(shielded.url());
                    PreparedStatement insert = beneath.prepareStatement(
                            "INSERT INTO page_contact (contact_id, client_id, city) VALUES (?, ?, 'Oulu')")) {
                for (int i = 0; i < TENANTS.size(); i++) {
                    insert.setInt(1, i);
                    insert.setString(2, TENANTS.get(i));
                    insert.executeUpdate();
                }
            }
        }

        private boolean permits(Action action, @Nullable String tenant) {
            return tenant != null
                    && shielded.protection()
                            .access()
                            .decide(action, "page_contact", "city", SubjectRef.of(TenantId.of(tenant), "contact", 1))
                            .permits();
        }

        private List<String> permitted(Action action) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < TENANTS.size(); i++) {
                if (permits(action, TENANTS.get(i))) {
                    ids.add(Integer.toString(i));
                }
            }
            return ids;
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        for (World world : WORLDS.values()) {
            world.inside().close();
            world.shielded().close();
        }
        WORLDS.clear();
    }

    @Property(tries = 120)
    void rowsReadAreThoseForWhichADecisionPermits(@ForAll TestDatabase database, @ForAll long seed)
            throws SQLException {
        World world = WORLDS.computeIfAbsent(database, World::on);
        Draw draw = new Draw(new Random(seed));
        world.policy().set(draw.policy());
        world.shielded().protection().reloadPolicy();
        try (Scope scope = draw.context().open()) {
            List<String> expected = world.permitted(Action.READ);
            List<String> found = answer(() -> Shielded.strings(
                    world.inside(), "SELECT contact_id FROM page_contact WHERE city = 'Oulu' ORDER BY contact_id"));
            List<String> count = answer(() -> Shielded.strings(world.inside(), "SELECT COUNT(*) FROM page_contact"));

            assertThat(found).isEqualTo(expected);
            assertThat(count)
                    .isEqualTo(expected.isEmpty() && count.isEmpty() ? List.of() : List.of("" + expected.size()));
        }
    }

    @Property(tries = 60)
    void rowsChangedAndAddedAreThoseForWhichADecisionPermits(@ForAll TestDatabase database, @ForAll long seed)
            throws SQLException {
        World world = WORLDS.computeIfAbsent(database, World::on);
        Draw draw = new Draw(new Random(seed));
        world.policy().set(draw.policy());
        world.shielded().protection().reloadPolicy();
        try (Scope scope = draw.context().open()) {
            world.inside().setAutoCommit(false);
            List<String> changed =
                    answer(() -> List.of("" + update(world.inside(), "UPDATE page_contact SET note = 'x'")));
            world.inside().rollback();
            String tenant = TENANTS.get(draw.random.nextInt(TENANTS.size() - 1));
            List<String> added = answer(() -> List.of("" + insert(world.inside(), tenant)));
            world.inside().rollback();
            world.inside().setAutoCommit(true);

            int expected = world.permitted(Action.MODIFY).size();
            assertThat(changed.isEmpty() ? List.of("0") : changed).isEqualTo(List.of("" + expected));
            assertThat(added).isEqualTo(world.permits(Action.MODIFY, tenant) ? List.of("1") : List.of());
        }
    }

    private interface Asked {
        List<String> of() throws SQLException;
    }

    /** A refused statement reaches nothing. */
    private static List<String> answer(Asked asked) throws SQLException {
        try {
            return asked.of();
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42501");
            return List.of();
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static int insert(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO page_contact (contact_id, client_id, city) VALUES (1000, ?, 'Oulu')")) {
            insert.setString(1, tenant);
            return insert.executeUpdate();
        }
    }

    private static Grant grant(TenantScope scope) {
        return Grant.of(Action.READ, Action.MODIFY)
                .purposes("support")
                .categories("name", "email-address", "birth-date", "location")
                .tenants(scope);
    }

    private static ProtectionContext context(Set<TenantId> tenants, String tenant) {
        return ProtectionContext.of(
                new Actor("user-7", Set.of("agent"), tenants, Map.of()), "support", TenantId.of(tenant));
    }

    /** A policy and an actor drawn at random. */
    private record Draw(Random random) {
        Policy policy() {
            PolicyBuilder policy = Policy.builder().role("agent", grant(scope()));
            if (random.nextBoolean()) {
                policy.role("agent", grant(scope()));
            }
            if (random.nextInt(4) == 0) {
                policy.forbid(Forbid.of(random.nextBoolean() ? Action.READ : Action.MODIFY));
            }
            return policy.build(MAP);
        }

        private TenantScope scope() {
            boolean own = random.nextBoolean();
            return random.nextInt(8) == 0 ? TenantScope.ANY : own ? TenantScope.OWN : TenantScope.SUBTREE;
        }

        ProtectionContext context() {
            Set<TenantId> assigned = new HashSet<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                assigned.add(TenantId.of(String.valueOf(TENANTS.get(random.nextInt(TENANTS.size() - 1)))));
            }
            return TenantFilterProperties.context(
                    assigned, assigned.iterator().next().value());
        }
    }
}
