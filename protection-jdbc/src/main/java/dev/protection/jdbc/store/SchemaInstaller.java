package dev.protection.jdbc.store;

import dev.protection.jdbc.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a store's tables exist before the store is used.
 *
 * <ol>
 *   <li>The version in {@code protection.meta} is read. One newer than this library's is refused.
 *   <li>Without one, the statements are run where that is allowed, else refused with their text.
 *   <li>On PostgreSQL and MariaDB a lock of the server lets one node at a time run them. H2 has none and answers some
 *       of two that meet with errors of its own, so it is tried again. Each statement passes over what exists: a start
 *       that died half-way is mended by the next.
 * </ol>
 */
final class SchemaInstaller {
    private static final int VERSION = SchemaScript.VERSION;
    private static final int TRIES = 8;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Any number, the same on every node. */
    private static final long LOCK = 0x70726f7465637431L;

    private final StoreConnections connections;
    private final boolean mayCreate;

    SchemaInstaller(StoreConnections connections, boolean mayCreate) {
        this.connections = connections;
        this.mayCreate = mayCreate;
    }

    void ensure(SchemaPart part) {
        StoreSchema schema = connections.schema();
        if (isCurrent(part)) {
            return;
        }
        List<String> statements = SchemaScript.of(schema.dialect()).statements(part).stream()
                .map(schema::definition)
                .toList();
        if (!mayCreate) {
            throw SchemaException.missing(connections.store(), ddl(schema, statements, part));
        }
        create(schema, statements, part);
    }

    private boolean isCurrent(SchemaPart part) {
        Optional<Integer> found = version(part);
        if (found.isPresent() && found.get() > VERSION) {
            throw SchemaException.unknown(connections.store(), found.get());
        }
        return found.isPresent();
    }

    private Optional<Integer> version(SchemaPart part) {
        try (StoreConnections.Lease lease = connections.lease()) {
            return new SqlSession(lease.connection(), connections.schema())
                    .first(
                            "SELECT version FROM protection.meta WHERE part = ?",
                            row -> (int) row.number(1),
                            name(part));
        } catch (SQLException e) {
            if (SqlFailures.isNoSuchTable(e)) {
                return Optional.empty();
            }
            throw SqlFailures.unavailable(connections.store(), e);
        }
    }

    private void create(StoreSchema schema, List<String> statements, SchemaPart part) {
        for (int tries = 1; ; tries++) {
            try {
                createOnce(schema, statements, part);
                return;
            } catch (SQLException e) {
                if (tries == TRIES) {
                    throw SqlFailures.unavailable(connections.store(), e);
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS << tries));
            }
        }
    }

    private void createOnce(StoreSchema schema, List<String> statements, SchemaPart part) throws SQLException {
        try (StoreConnections.Lease lease = connections.lease()) {
            if (schema.dialect() == Dialect.MARIADB) {
                lease.broken(); // whatever happens the session ends here, and the server's lock with it
            }
            Connection connection = lease.connection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                lock(schema, statement);
                for (String definition : statements) {
                    statement.execute(definition);
                }
            }
            InsertMissing.into("protection.meta", "part, version", "part")
                    .run(
                            new SqlSession(connection, schema),
                            List.<@Nullable Object[]>of(new Object[] {name(part), VERSION}));
            connection.commit();
        }
    }

    private static void lock(StoreSchema schema, Statement statement) throws SQLException {
        statement.execute(schema.choose(
                "SELECT 1",
                "SELECT pg_advisory_xact_lock(" + LOCK + ")",
                "SELECT GET_LOCK('dev.protection.schema', 60)"));
    }

    private static String ddl(StoreSchema schema, List<String> statements, SchemaPart part) {
        String version = schema.sql(
                "INSERT INTO protection.meta (part, version) VALUES ('" + name(part) + "', " + VERSION + ");\n");
        return statements.stream().collect(Collectors.joining(";\n", "", ";\n")) + version;
    }

    private static String name(SchemaPart part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
