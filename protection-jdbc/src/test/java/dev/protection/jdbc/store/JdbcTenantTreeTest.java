package dev.protection.jdbc.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.ConfigurationException;
import dev.protection.TenantId;
import dev.protection.access.Tenant;
import dev.protection.access.TenantTree;
import dev.protection.core.StoresSettings.TenantTable;
import dev.protection.testing.TenantTreeContract;
import dev.protection.testing.servers.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JdbcTenantTreeTest extends TenantTreeContract {
    private static final TenantTable TABLE =
            new TenantTable("Client_Tree", "id", Optional.of("Parent_Id"), Optional.of("is_controller"));

    private final StoreConnections connections;
    private final SqlTransactions transactions;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    JdbcTenantTreeTest(TestDatabase database) {
        connections = TestStores.open(database.freshDatabase());
        transactions = new SqlTransactions(connections);
    }

    @Override
    protected TenantTree tree(List<Tenant> tenants) {
        createTable();
        transactions.run(session -> session.update("DELETE FROM client_tree"));
        tenants.forEach(this::insert);
        return tree();
    }

    private TenantTree tree() {
        return new JdbcTenantTree(transactions, TABLE, Duration.ofSeconds(5), now::get);
    }

    private void createTable() {
        transactions.run(session -> session.update("CREATE TABLE IF NOT EXISTS client_tree (id VARCHAR(20)"
                + " PRIMARY KEY, parent_id VARCHAR(20), is_controller BOOLEAN NOT NULL)"));
    }

    private void insert(Tenant tenant) {
        transactions.run(session -> session.update(
                "INSERT INTO client_tree (id, parent_id, is_controller) VALUES (?, ?, ?)",
                tenant.id().value(),
                tenant.parent().map(TenantId::value),
                tenant.controller()));
    }

    @Test
    void beforeTheTableExists_thereAreNoTenants() {
        assertThat(tree().known()).isEmpty();
    }

    @Test
    void onceTheTableExists_itsTenantsAreKnown() {
        TenantTree tree = tree();
        assertThat(tree.known()).isEmpty();
        createTable();
        insert(Tenant.root("agency"));
        assertThat(tree.known()).hasSize(1);
    }

    @Test
    void whoseANewTenantIs_isKnownAtOnce() {
        TenantTree tree = tree(List.of(Tenant.root("agency")));
        TenantId client = TenantId.of("client");
        assertThat(tree.controllerOf(client)).isEqualTo(client);
        insert(Tenant.under("client", "agency"));
        assertThat(tree.controllerOf(client)).isEqualTo(TenantId.of("agency"));
        insert(Tenant.under("page", "client"));
        assertThat(tree.parent(TenantId.of("page"))).contains(client);
    }

    @Test
    void aNewTenantIsListedAfterAFewSeconds() {
        TenantTree tree = tree(List.of(Tenant.root("agency")));
        assertThat(tree.known()).hasSize(1);
        insert(Tenant.under("client", "agency"));
        assertThat(tree.known()).hasSize(1);
        now.updateAndGet(at -> at.plusSeconds(5));
        assertThat(tree.known()).hasSize(2);
    }

    @Test
    void aCycleIsAnError() {
        TenantTree tree = tree(List.of(Tenant.under("a", "b"), Tenant.under("b", "a")));
        assertThatThrownBy(() -> tree.subtree(TenantId.of("a"))).isInstanceOf(ConfigurationException.class);
    }

    @AfterEach
    void close() {
        connections.close();
    }
}
