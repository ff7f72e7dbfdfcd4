package dev.protection.samples.benchmarks;

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
 * Runs the benchmarks and writes a table and a chart. Takes JMH's own arguments, for example {@code -p
 * url=jdbc:postgresql://localhost/bench StatementBenchmark.pointRead}.
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
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler("gc")
                .shouldFailOnError(true);
        write(Path.of("results"), new Runner(options.build()).run());
    }

    /** Runs each benchmark once, in this process: that it works, not how fast. */
    static Collection<RunResult> smoke() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("(Statement|Field)Benchmark")
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
        Files.writeString(directory.resolve("benchmarks.svg"), report.svg());
    }
}
