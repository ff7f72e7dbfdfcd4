package dev.protection.samples.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks on H2 in memory and on a PostgreSQL that it brings along, and writes tables and a chart. Takes JMH's
 * own arguments, for example {@code -p url=jdbc:postgresql://localhost/bench StatementBenchmark.pointRead}.
 */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments JMH's own
     * @throws CommandLineOptionException when JMH does not know an argument
     * @throws RunnerException when a benchmark fails
     * @throws IOException when the results cannot be written
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException, IOException {
        CommandLineOptions asked = new CommandLineOptions(arguments);
        ChainedOptionsBuilder options =
                new OptionsBuilder().parent(asked).addProfiler("gc").shouldFailOnError(true);
        if (asked.getParameter("url").hasValue()) {
            write(Path.of("results"), new Runner(options.build()).run());
            return;
        }
        try (EmbeddedPostgres server = postgres()) {
            options.param("url", "jdbc:h2:mem:", server.getJdbcUrl("postgres", "postgres"));
            write(Path.of("results"), new Runner(options.build()).run());
        }
    }

    /** As in earnest: a commit is on the disk. */
    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    /** Runs each benchmark once, in this process: that it works, not how fast. */
    static Collection<RunResult> smoke() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("(Statement|Callers|Field)Benchmark")
                .mode(Mode.SingleShotTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .param("rows", "200")
                .param("size", "64")
                .shouldFailOnError(true);
        return new Runner(options.build()).run();
    }

    static void write(Path directory, Collection<RunResult> results) throws IOException {
        Files.createDirectories(directory);
        Report report = Report.of(results);
        Files.writeString(directory.resolve("benchmarks.md"), report.markdown());
        Files.writeString(directory.resolve("benchmarks.svg"), new Chart(report.rows()).svg());
    }
}
