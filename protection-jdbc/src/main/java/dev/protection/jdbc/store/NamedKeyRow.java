package dev.protection.jdbc.store;

import dev.protection.TenantId;
import dev.protection.encryption.NamedKey;
import dev.protection.encryption.WrappedKey;
import dev.protection.encryption.WrappedKeyException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A named key as a row; the installation's own have the tenant ''. */
final class NamedKeyRow {
    private NamedKeyRow() {}

    static Optional<NamedKey> find(SqlSession session, String name, Optional<TenantId> tenant) throws SQLException {
        return session.first(
                "SELECT wrapped, created_at FROM protection.named_key WHERE name = ? AND tenant = ?",
                row -> read(name, tenant, row),
                name,
                stored(tenant));
    }

    private static NamedKey read(String name, Optional<TenantId> tenant, SqlRow row) throws SQLException {
        byte[] wrapped = row.bytes(1);
        if (wrapped.length == 0) {
            throw new WrappedKeyException("key " + name);
        }
        return new NamedKey(name, tenant, WrappedKey.of(wrapped), row.instant(2));
    }

    static void insert(SqlSession session, NamedKey key) throws SQLException {
        Object[] row = {key.name(), stored(key.tenant()), key.wrapped().bytes(), key.createdAt()};
        InsertMissing.into("protection.named_key", "name, tenant, wrapped, created_at", "name, tenant")
                .run(session, List.<@Nullable Object[]>of(row));
    }

    private static String stored(Optional<TenantId> tenant) {
        return tenant.map(TenantId::value).orElse("");
    }
}
