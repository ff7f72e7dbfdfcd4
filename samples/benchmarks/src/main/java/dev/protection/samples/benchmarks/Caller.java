package dev.protection.samples.benchmarks;

import dev.protection.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One of several callers, with a connection of its own in autocommit. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Caller {
    private final SplittableRandom random = new SplittableRandom();
    private @Nullable Connection connection;
    private @Nullable Scope scope;

    /** Connects. */
    @Setup(Level.Trial)
    public void connect(SharedPersons persons) throws SQLException {
        connection = persons.connect();
        scope = Persons.context().open();
    }

    Connection connection() {
        return Objects.requireNonNull(connection, "connect() comes first");
    }

    /** Any person of the table. */
    int person(SharedPersons persons) {
        return random.nextInt(persons.rows);
    }

    /** Closes the connection. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection().close();
        Objects.requireNonNull(scope, "connect() comes first").close();
    }
}
