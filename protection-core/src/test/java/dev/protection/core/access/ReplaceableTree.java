package dev.protection.core.access;

import dev.protection.TenantId;
import dev.protection.access.TenantTree;
import java.util.Optional;
import java.util.Set;

/** A host's tree that changes as a whole. */
final class ReplaceableTree implements TenantTree {
    private volatile TenantTree tree;

    ReplaceableTree(TenantTree tree) {
        this.tree = tree;
    }

    void replace(TenantTree other) {
        this.tree = other;
    }

    TenantTree now() {
        return tree;
    }

    @Override
    public Optional<TenantId> parent(TenantId tenant) {
        return tree.parent(tenant);
    }

    @Override
    public boolean isController(TenantId tenant) {
        return tree.isController(tenant);
    }

    @Override
    public Set<TenantId> known() {
        return tree.known();
    }

    @Override
    public Set<TenantId> subtree(TenantId tenant) {
        return tree.subtree(tenant);
    }

    @Override
    public Optional<TenantTree> snapshot() {
        return tree.snapshot();
    }
}
