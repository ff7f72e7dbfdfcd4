package dev.protection.samples.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** The results of one run as tables. */
record Report(List<Row> rows) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Report of(Collection<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            rows.add(new Row(
                    Case.of(result.getParams()),
                    time.getStatistics().getPercentile(50),
                    time.getStatistics().getMin(),
                    time.getStatistics().getMax(),
                    allocated == null ? Double.NaN : allocated.getScore()));
        }
        return new Report(rows);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# Results of one run\n\n")
                .append(Machine.describe())
                .append(
                        ".\nMedians in microseconds; compare within this run only. In brackets: times the first column.\n");
        for (List<Row> table : tables().values()) {
            table(table, text);
        }
        text.append("\n## All of it\n\n| case | | median | lowest | highest | bytes allocated |\n")
                .append("|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row.line()));
        return text.toString();
    }

    /** The rows of each class of benchmarks, which have the same columns. */
    private Map<String, List<Row>> tables() {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        rows.forEach(row -> tables.computeIfAbsent(row.of().table(), table -> new ArrayList<>())
                .add(row));
        return tables;
    }

    private static void table(List<Row> rows, StringBuilder text) {
        List<String> columns =
                rows.stream().map(row -> row.of().column()).distinct().toList();
        text.append("\n| ").append(rows.get(0).of().table()).append(" | ").append(String.join(" | ", columns));
        text.append(" |\n|---").append("|---".repeat(columns.size())).append("|\n");
        Map<String, Map<String, Row>> lines = new LinkedHashMap<>();
        rows.forEach(row -> lines.computeIfAbsent(row.of().line(), line -> new LinkedHashMap<>())
                .put(row.of().column(), row));
        lines.forEach((line, cells) -> text.append("| ")
                .append(line)
                .append(" | ")
                .append(String.join(" | ", cells(columns, cells)))
                .append(" |\n"));
    }

    private static List<String> cells(List<String> columns, Map<String, Row> cells) {
        List<String> texts = new ArrayList<>();
        Row first = cells.get(columns.get(0));
        for (String column : columns) {
            Row cell = cells.get(column);
            if (cell == null) {
                texts.add("");
            } else if (first == null || column.equals(columns.get(0))) {
                texts.add(String.format(Locale.ROOT, "%.2f", cell.median()));
            } else {
                texts.add(String.format(Locale.ROOT, "%.2f (%.2f)", cell.median(), cell.median() / first.median()));
            }
        }
        return texts;
    }
}
