package dev.protection.samples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

class BenchmarksTest {
    @Test
    void everyBenchmarkRunsAndIsWrittenDown(@TempDir Path directory) throws RunnerException, IOException {
        Collection<RunResult> results = Benchmarks.smoke();

        Benchmarks.write(directory, results);

        assertThat(results).hasSize(8 * Way.values().length + 6);
        assertThat(Files.readString(directory.resolve("benchmarks.md")))
                .contains(
                        "| Statement | plain | buffered | standard | shardingsphere |",
                        "| Field | jce | protection | tink |")
                .contains("| pointRead, h2 |", "| indexedEquality, h2 |", "| scan, h2 |", "| batchInsert, h2 |")
                .contains(
                        "| untouched, h2 |",
                        "| coldPlan, h2 |",
                        "| updateByKey, h2, 8 callers |",
                        "| seal, 64 bytes |");
        assertThat(Files.readString(directory.resolve("benchmarks.svg")))
                .startsWith("<svg")
                .endsWith("</svg>\n");
    }
}
