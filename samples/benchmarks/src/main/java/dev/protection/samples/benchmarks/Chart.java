package dev.protection.samples.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * The results as bars on a logarithmic scale: the cases differ by orders of magnitude.
 *
 * @param rows the results
 */
record Chart(List<Row> rows) {
    private static final int HEIGHT = 18;
    private static final int LABELS = 330;
    private static final int BARS = 420;
    private static final int NUMBERS = 90;
    private static final List<String> COLOURS =
            List.of("#9aa5b1", "#2f6f4e", "#4878a8", "#b8733b", "#7a5195", "#444444");

    String svg() {
        double longest = rows.stream().mapToDouble(Row::median).max().orElse(1);
        List<String> columns =
                rows.stream().map(row -> row.of().column()).distinct().toList();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">%n",
                LABELS + BARS + NUMBERS,
                HEIGHT * (rows.size() + 2)));
        text.append("<text x=\"4\" y=\"13\">Median microseconds, logarithmic</text>\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double width = BARS * Math.log1p(row.median()) / Math.log1p(longest);
            String colour = COLOURS.get(columns.indexOf(row.of().column()) % COLOURS.size());
            text.append(bar(row, HEIGHT * (i + 1), width, colour));
        }
        return text.append("</svg>\n").toString();
    }

    private static String bar(Row row, int y, double width, String colour) {
        return String.format(
                Locale.ROOT,
                "<text x=\"4\" y=\"%d\">%s: %s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"13\""
                        + " fill=\"%s\"/><text x=\"%.1f\" y=\"%d\">%.2f</text>%n",
                y + 11,
                row.of().line(),
                row.of().column(),
                LABELS,
                y,
                width,
                colour,
                LABELS + width + 4,
                y + 11,
                row.median());
    }
}
