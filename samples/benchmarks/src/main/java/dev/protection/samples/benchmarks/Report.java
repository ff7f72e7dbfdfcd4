package dev.protection.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results of one run as a table and as a chart. */
record Report(List<Row> rows) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int LINE = 18;
    private static final int LABELS = 330;
    private static final int BARS = 420;

    /** One measured case: its median and spread in microseconds, and the bytes it allocated. */
    record Row(String benchmark, String parameters, double median, double low, double high, double bytes) {
        String name() {
            return benchmark + " " + parameters;
        }
    }

    static Report of(Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            String full = result.getParams().getBenchmark();
            rows.add(new Row(
                    full.substring(full.lastIndexOf('.') + 1),
                    parameters(result.getParams()),
                    time.getStatistics().getPercentile(50),
                    time.getStatistics().getMin(),
                    time.getStatistics().getMax(),
                    allocated == null ? Double.NaN : allocated.getScore()));
        }
        return new Report(rows);
    }

    /** The place of a database is nobody's business, its product is. */
    private static String parameters(BenchmarkParams params) {
        List<String> parts = new ArrayList<>();
        for (String key : params.getParamsKeys()) {
            String value = params.getParam(key);
            parts.add(key.equals("url") ? value.split(":", -1)[1] : value);
        }
        return String.join(" ", parts);
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s %s on %d processors of %s; H2 %s, ShardingSphere-JDBC 5.5.2",
                System.getProperty("java.vm.name"),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                org.h2.engine.Constants.VERSION);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Results of one run\n\n")
                .append(machine())
                .append(".\nTimes in microseconds; compare within one run only.\n\n")
                .append("| benchmark | parameters | median | lowest | highest | bytes allocated |\n")
                .append("|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.2f | %s |%n",
                    row.benchmark(),
                    row.parameters(),
                    row.median(),
                    row.low(),
                    row.high(),
                    Double.isNaN(row.bytes()) ? "-" : String.format(Locale.ROOT, "%.0f", row.bytes())));
        }
        return text.toString();
    }

    /** Bars on a logarithmic scale: the cases differ by orders of magnitude. */
    String svg() {
        double longest = rows.stream().mapToDouble(Row::median).max().orElse(1);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n",
                LABELS + BARS + 90,
                LINE * (rows.size() + 2)));
        text.append("<text x=\"4\" y=\"13\">Median microseconds, logarithmic</text>\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double width = BARS * Math.log1p(row.median()) / Math.log1p(longest);
            int y = LINE * (i + 1);
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"4\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"13\""
                            + " fill=\"#4878a8\"/><text x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                    y + 11,
                    row.name(),
                    LABELS,
                    y,
                    width,
                    LABELS + width + 4,
                    y + 11,
                    row.median()));
        }
        return text.append("</svg>\n").toString();
    }
}
