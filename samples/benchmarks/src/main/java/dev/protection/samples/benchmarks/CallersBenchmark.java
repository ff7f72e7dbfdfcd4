package dev.protection.samples.benchmarks;

import dev.protection.Scope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Statements of several callers at the same time, each prepared anew in autocommit. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class CallersBenchmark {
    private static final int READS = 10;

    /** Another value in one field of any person. */
    @Benchmark
    @Threads(8)
    public int updateByKey(SharedPersons persons, Caller caller) throws SQLException {
        String sql = "UPDATE person SET phone = ? WHERE person_id = ?";
        try (PreparedStatement statement = caller.connection().prepareStatement(sql)) {
            int person = caller.person(persons);
            statement.setString(1, "+35850" + person);
            statement.setLong(2, person);
            return statement.executeUpdate();
        }
    }

    /** Ten persons read, one after the other, in one scope. */
    @Benchmark
    @Threads(64)
    public void tenReads(SharedPersons persons, Caller caller, Blackhole hole) throws SQLException {
        try (Scope scope = Persons.context().open()) {
            for (int i = 0; i < READS; i++) {
                read(caller, caller.person(persons), hole);
            }
            hole.consume(scope);
        }
    }

    private static void read(Caller caller, int person, Blackhole hole) throws SQLException {
        String sql = "SELECT full_name, email FROM person WHERE person_id = ?";
        try (PreparedStatement statement = caller.connection().prepareStatement(sql)) {
            statement.setLong(1, person);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hole.consume(rows.getString(1));
                    hole.consume(rows.getString(2));
                }
            }
        }
    }
}
