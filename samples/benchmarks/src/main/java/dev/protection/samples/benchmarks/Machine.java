package dev.protection.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.shardingsphere.infra.autogen.version.ShardingSphereVersion;

/** What was measured on, and with which versions; no names and no places. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String describe() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %d MB of heap at most; %s %s; H2 %s, PostgreSQL's driver %s, ShardingSphere-JDBC %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getProperty("java.vm.name"),
                Runtime.version(),
                org.h2.engine.Constants.VERSION,
                org.postgresql.util.DriverInfo.DRIVER_VERSION,
                ShardingSphereVersion.VERSION);
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException elsewhere) {
            return System.getProperty("os.arch");
        }
    }
}
