package dev.protection.samples.benchmarks;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Statements as applications send them, each prepared anew in autocommit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 1)
public class StatementBenchmark {
    /** Few enough that their keys stay warm. */
    private static final int WARM = 100;

    private static final int BATCH = 100;

    private int turn;

    /** One person by key, two fields opened. */
    @Benchmark
    public void pointRead(Persons persons, Blackhole hole) throws SQLException {
        read(persons, "SELECT full_name, email FROM person WHERE person_id = ?", turn++ % WARM, hole);
    }

    /** One person by an encrypted field, two fields opened. */
    @Benchmark
    public void indexedEquality(Persons persons, Blackhole hole) throws SQLException {
        read(persons, "SELECT full_name, email FROM person WHERE email = ?", Persons.email(turn++ % WARM), hole);
    }

    /** All persons, two fields each opened. */
    @Benchmark
    public void scan(Persons persons, Blackhole hole) throws SQLException {
        read(persons, "SELECT full_name, email FROM person WHERE person_id < ?", persons.rows, hole);
    }

    /** A batch of a hundred persons nobody knew before, three protected and indexed fields each. */
    @Benchmark
    public int batchInsert(Persons persons) throws SQLException {
        return persons.insert(BATCH);
    }

    /** A table that is not declared. */
    @Benchmark
    public void untouched(Persons persons, Blackhole hole) throws SQLException {
        read(persons, "SELECT v, id FROM other WHERE id = ?", 1, hole);
    }

    /** A text that was never seen before. */
    @Benchmark
    public void coldPlan(Persons persons, Blackhole hole) throws SQLException {
        int now = turn++;
        read(persons, "SELECT full_name AS n" + now + ", email FROM person WHERE person_id = ?", now % WARM, hole);
    }

    private static void read(Persons persons, String sql, Object parameter, Blackhole hole) throws SQLException {
        try (PreparedStatement statement = persons.connection().prepareStatement(sql)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hole.consume(rows.getString(1));
                    hole.consume(rows.getString(2));
                }
            }
        }
    }
}
