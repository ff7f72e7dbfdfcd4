package dev.protection.samples.benchmarks;

import java.util.Locale;

/**
 * One measured case.
 *
 * @param of which
 * @param median in microseconds
 * @param low the shortest iteration
 * @param high the longest
 * @param bytes allocated by one operation; not a number when it was not measured
 */
record Row(Case of, double median, double low, double high, double bytes) {
    String line() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %s |%n",
                of.line(),
                of.column(),
                median,
                low,
                high,
                Double.isNaN(bytes) ? "-" : String.format(Locale.ROOT, "%.0f", bytes));
    }
}
