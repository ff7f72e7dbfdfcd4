package dev.protection.samples.benchmarks;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One table of persons behind one way, with a connection in autocommit. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Persons {
    static final String INSERT =
            "INSERT INTO person (person_id, client_id, full_name, email, phone) VALUES (?, 'acme', ?, ?, ?)";

    /** How the table is reached. */
    @Param({"PLAIN", "BUFFERED", "STANDARD", "SHARDINGSPHERE"})
    public Way way = Way.PLAIN;

    /** A JDBC URL; of H2 in memory, or of an empty PostgreSQL database. */
    @Param("jdbc:h2:mem:")
    public String url = "jdbc:h2:mem:";

    /** How many persons there are. */
    @Param("10000")
    public int rows = 10_000;

    private Way.@Nullable Open open;
    private @Nullable Scope scope;
    private @Nullable Connection connection;
    private long next;

    /** Creates the table and fills it. */
    @Setup(Level.Trial)
    public void fill() throws IOException, SQLException {
        boolean h2 = url.startsWith("jdbc:h2:mem:");
        String own = h2 ? url + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" : url;
        if (!h2) {
            run(url, "DROP TABLE IF EXISTS person, other", "DROP SCHEMA IF EXISTS protection CASCADE");
        }
        run(own, "CREATE TABLE other (id INT PRIMARY KEY, v VARCHAR(20))", "INSERT INTO other VALUES (1, 'x')");
        if (way == Way.SHARDINGSPHERE) {
            run(own, way.definition(h2)); // it reads the catalogue when it starts
            run(own, "CREATE INDEX person_email ON person (email_index)");
        }
        Way.Open opened = way.open(own);
        open = opened;
        scope = context().open();
        connection = opened.dataSource().getConnection();
        try (Statement statement = connection().createStatement()) {
            if (way != Way.SHARDINGSPHERE) {
                statement.execute(way.definition(h2));
                statement.execute("CREATE INDEX person_email ON person (email)");
            }
        }
        while (next < rows) {
            insert((int) Math.min(100, rows - next));
        }
        if (isShared()) {
            endScope();
        }
    }

    /** Whether callers have scopes of their own. */
    boolean isShared() {
        return false;
    }

    private void endScope() {
        Scope open = scope;
        if (open != null) {
            open.close();
        }
        scope = null;
    }

    /** Another connection to the table. */
    Connection connect() throws SQLException {
        return Objects.requireNonNull(open, "fill() comes first").dataSource().getConnection();
    }

    static ProtectionContext context() {
        return ProtectionContext.of(Actor.of("bench", "agent", "acme"), "support", TenantId.of("acme"));
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Inserts persons nobody knew before, in one batch. */
    int insert(int count) throws SQLException {
        try (PreparedStatement insert = connection().prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                insert.setLong(1, next);
                insert.setString(2, "Person " + next);
                insert.setString(3, email(next));
                insert.setString(4, "+35840" + next);
                insert.addBatch();
                next++;
            }
            return insert.executeBatch().length;
        }
    }

    Connection connection() {
        return Objects.requireNonNull(connection, "fill() comes first");
    }

    static String email(long person) {
        return "person" + person + "@mail.example";
    }

    /** Closes everything. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        connection().close();
        endScope();
        Objects.requireNonNull(open, "fill() comes first").close();
    }
}
