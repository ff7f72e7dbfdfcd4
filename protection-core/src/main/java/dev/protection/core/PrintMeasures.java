package dev.protection.core;

import dev.protection.ConfigurationException;
import dev.protection.core.measures.MeasuresPage;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/**
 * Prints the declared text of technical and organisational measures with the evidence behind each sentence as of now:
 *
 * <pre>java -cp ... dev.protection.core.PrintMeasures CONFIGURATION</pre>
 *
 * <p>{@code CONFIGURATION} is a path or {@code classpath:} and a resource. The exit code is 0 when no sentence is
 * contradicted, 1 when one is, 2 when the configuration cannot be used.
 */
public final class PrintMeasures {
    private PrintMeasures() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments the configuration's place
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /**
     * Runs the command.
     *
     * @param arguments the configuration's place
     * @param out takes the text
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1) {
            out.println("usage: PrintMeasures CONFIGURATION");
            return 2;
        }
        try (Protection protection = Protection.load(arguments.get(0))) {
            MeasuresReport report = protection.measures().report(Instant.now());
            new MeasuresPage(out).print(report);
            return report.count(MeasureStatus.CONTRADICTED) == 0 ? 0 : 1;
        } catch (ConfigurationException e) {
            out.println(e.getMessage());
            return 2;
        }
    }
}
