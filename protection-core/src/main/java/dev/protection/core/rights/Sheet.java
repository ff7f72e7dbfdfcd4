package dev.protection.core.rights;

import dev.protection.rights.ExportItem;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** One format of a source's items: a file for each dataset; of CSV another one when the columns are others. */
final class Sheet {
    private static final String CSV = "csv";

    private final ExportZip zip;
    private final String suffix;
    private final Writer writer;
    private Optional<ExportZip.Entry> entry = Optional.empty();
    private String dataset = "";
    private int part;
    private Set<String> columns = Set.of();
    private long count;
    private long total;

    Sheet(ExportZip zip, String suffix, Writer writer) {
        this.zip = zip;
        this.suffix = suffix;
        this.writer = writer;
    }

    /** Writes one item, or what comes before and after all. */
    interface Writer {
        String text(ExportZip zip, Optional<ExportItem> item, long before);
    }

    static String json(ExportZip zip, Optional<ExportItem> item, long before) {
        String start = before == 0 ? "[\n" : ",\n";
        return item.map(each -> start + zip.json(each)).orElse("\n]\n");
    }

    static String csv(ExportZip zip, Optional<ExportItem> item, long before) {
        return item.map(each -> (before == 0 ? ExportValues.csvHeader(each) : "") + ExportValues.csv(each))
                .orElse("");
    }

    void add(ExportItem item) throws IOException {
        boolean other = !item.ref().dataset().equals(dataset);
        Set<String> named = item.values().keySet();
        if (entry.isEmpty() || other || (suffix.equals(CSV) && !named.equals(columns))) {
            close();
            part = other ? 1 : part + 1;
            dataset = item.ref().dataset();
            columns = named;
            entry = Optional.of(zip.begin(item.ref().source() + "/" + ExportZip.safe(dataset)
                    + (part == 1 ? "" : "-" + part) + "." + suffix));
        }
        entry.get().print(writer.text(zip, Optional.of(item), count));
        count++;
        total++;
    }

    long end() throws IOException {
        close();
        return total;
    }

    private void close() throws IOException {
        if (entry.isPresent()) {
            entry.get().print(writer.text(zip, Optional.empty(), count));
            zip.end(entry.get(), count);
            entry = Optional.empty();
            count = 0;
        }
    }
}
