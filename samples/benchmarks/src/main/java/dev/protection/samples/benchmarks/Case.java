package dev.protection.samples.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Where a result stands in the tables.
 *
 * @param table the class of benchmarks
 * @param line what was done, and on what
 * @param column by which way, compared with each other
 */
record Case(String table, String line, String column) {
    static Case of(BenchmarkParams params) {
        String[] path = params.getBenchmark().split("\\.", -1);
        String method = path[path.length - 1];
        String table = path[path.length - 2].replace("Benchmark", "");
        if (params.getParamsKeys().contains("way")) {
            // The place of a database is nobody's business, its product is.
            String product = params.getParam("url").split(":", -1)[1];
            String callers = params.getThreads() > 1 ? ", " + params.getThreads() + " callers" : "";
            return new Case(table, method + ", " + product + callers, lower(params.getParam("way")));
        }
        int verb = method.length() - (method.endsWith("Seal") || method.endsWith("Open") ? 4 : 0);
        return new Case(
                table,
                lower(method.substring(verb)) + ", " + params.getParam("size") + " bytes",
                method.substring(0, verb));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
