package dev.protection.jdbc.store;

import dev.protection.TenantId;
import dev.protection.access.Tenant;
import dev.protection.access.TenantTree;
import dev.protection.core.StoresSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tree of tenants in a table of the application, read whole and held for a few seconds.
 *
 * <p>Before the application has made the table there are no tenants, each is its own root, and nothing is shared. That
 * is never held, nor is a tenant's not being there: index terms made for a tenant as its own root would not be found
 * once it is known whose it is. A tree that turns out to have a cycle, or a database that does not answer, is an error,
 * never the tree of before.
 */
final class JdbcTenantTree implements TenantTree {
    private final SqlTransactions data;
    private final StoresSettings.TenantTable table;
    private final Duration staleness;
    private final InstantSource clock;
    private volatile Snapshot snapshot = new Snapshot(List.of(), TenantTree.of(List.of()), Long.MIN_VALUE);

    private record Snapshot(List<Tenant> tenants, TenantTree tree, long until) {}

    JdbcTenantTree(SqlTransactions data, StoresSettings.TenantTable table, Duration staleness, InstantSource clock) {
        this.data = data;
        this.table = table;
        this.staleness = staleness;
        this.clock = clock;
    }

    @Override
    public Optional<TenantId> parent(TenantId tenant) {
        return tree(tenant).parent(tenant);
    }

    @Override
    public boolean isController(TenantId tenant) {
        return tree(tenant).isController(tenant);
    }

    @Override
    public Set<TenantId> known() {
        return tree().known();
    }

    @Override
    public Set<TenantId> subtree(TenantId tenant) {
        return tree(tenant).subtree(tenant);
    }

    @Override
    public Optional<TenantTree> snapshot() {
        return tree().snapshot();
    }

    private TenantTree tree(TenantId asked) {
        TenantTree held = tree();
        return held.known().contains(asked) ? held : reread();
    }

    private TenantTree tree() {
        Snapshot held = snapshot;
        return clock.millis() < held.until() ? held.tree() : reread();
    }

    private TenantTree reread() {
        Snapshot held = snapshot;
        long now = clock.millis();
        List<Tenant> tenants = data.call(this::read);
        TenantTree tree = tenants.equals(held.tenants()) ? held.tree() : TenantTree.of(tenants);
        snapshot = new Snapshot(tenants, tree, tenants.isEmpty() ? Long.MIN_VALUE : now + staleness.toMillis());
        return tree;
    }

    private List<Tenant> read(SqlSession session) throws SQLException {
        Optional<PhysicalTable> found = PhysicalTable.find(session, table.table());
        if (found.isEmpty()) {
            return List.of();
        }
        PhysicalTable physical = found.get();
        String sql = "SELECT " + physical.required(table.id()).quoted() + ", "
                + optional(physical, table.parent(), "NULL") + ", " + optional(physical, table.controller(), "0 = 1")
                + " FROM " + physical.quoted();
        return session.query(
                sql,
                row -> new Tenant(TenantId.of(row.text(1)), row.optionalText(2).map(TenantId::of), row.flag(3)));
    }

    private static String optional(PhysicalTable physical, Optional<String> column, String otherwise)
            throws SQLException {
        return column.isEmpty() ? otherwise : physical.required(column.get()).quoted();
    }
}
