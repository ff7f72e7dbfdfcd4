package dev.protection.core.rights;

import dev.protection.rights.ExportItem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an export as it is read, in constant memory: for each source and dataset a JSON and a CSV file, the files that
 * belong to records, one readable page, and last a manifest with the count and SHA-256 of each.
 */
public final class ExportZip {
    private final List<Reader> sources;
    private final ZipOutputStream zip;
    private final List<Map<String, Object>> manifest = new ArrayList<>();
    private final JsonMapper mapper = JsonMapper.builder().build();
    private long records;

    private ExportZip(OutputStream out, List<Reader> sources) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.sources = sources;
    }

    /** Reads all items of a source anew; those of one dataset come together. */
    public interface Reader {
        /**
         * Reads.
         *
         * @param each takes each item
         */
        void read(Consumer<ExportItem> each);
    }

    /** Writes an item. */
    private interface Format {
        void write(ExportItem item) throws IOException;
    }

    /**
     * Writes an export.
     *
     * @param out where to; not closed
     * @param sources what is read
     * @param facts what the manifest says beside
     * @return how many records
     * @throws IOException when it cannot be written
     */
    public static long write(OutputStream out, List<Reader> sources, Map<String, Object> facts) throws IOException {
        ExportZip export = new ExportZip(out, List.copyOf(sources));
        export.perDataset("json", Sheet::json);
        export.perDataset("csv", Sheet::csv);
        export.attachments();
        export.page();
        export.manifest(facts);
        export.zip.finish();
        return export.records;
    }

    private void perDataset(String suffix, Sheet.Writer writer) throws IOException {
        for (Reader reader : sources) {
            Sheet sheet = new Sheet(this, suffix, writer);
            read(reader, sheet::add);
            long count = sheet.end();
            records += suffix.equals("json") ? count : 0;
        }
    }

    private void attachments() throws IOException {
        int[] number = {0};
        for (Reader reader : sources) {
            read(reader, item -> {
                if (item.attachment().isPresent()) {
                    number[0]++;
                    attachment(item, item.attachment().get(), number[0]);
                }
            });
        }
    }

    private void attachment(ExportItem item, ExportItem.Attachment file, int number) throws IOException {
        Entry entry = begin(item.ref().source() + "/files/" + number + "-" + safe(file.name()));
        try (InputStream in = file.open()) {
            in.transferTo(entry.out);
        }
        end(entry, 1);
    }

    /** A name of letters, digits and what leads out of no directory. */
    static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    }

    private void page() throws IOException {
        Entry entry = begin("index.html");
        entry.print("""
                <!DOCTYPE html><html><head><meta charset="utf-8"><title>Your data</title></head><body>
                <h1>Your data (Art. 15, 20 GDPR)</h1>
                """);
        for (Reader reader : sources) {
            String[] dataset = {""};
            read(reader, item -> {
                if (!item.ref().dataset().equals(dataset[0])) {
                    dataset[0] = item.ref().dataset();
                    entry.print("<h2>" + ExportValues.escaped(dataset[0]) + "</h2>\n");
                }
                entry.print(ExportValues.html(item));
            });
        }
        entry.print("</body></html>\n");
        end(entry, records);
    }

    private void manifest(Map<String, Object> facts) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("records", records);
        all.put("files", List.copyOf(manifest));
        Entry entry = begin("manifest.json");
        entry.print(mapper.writeValueAsString(all));
        end(entry, 1);
    }

    private static void read(Reader reader, Format format) throws IOException {
        try {
            reader.read(item -> {
                try {
                    format.write(item);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    Entry begin(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        return new Entry(name, new Uncloseable(zip));
    }

    void end(Entry entry, long count) throws IOException {
        entry.out.flush();
        zip.closeEntry();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", entry.name);
        line.put("records", count);
        line.put("sha256", HexFormat.of().formatHex(entry.out.getMessageDigest().digest()));
        manifest.add(line);
    }

    String json(ExportItem item) {
        return mapper.writeValueAsString(ExportValues.json(item));
    }

    /** A file of the ZIP that is being written. */
    static final class Entry {
        private final String name;
        private final DigestOutputStream out;

        Entry(String name, OutputStream out) {
            this.name = name;
            this.out = new DigestOutputStream(out, LedgerChain.sha256());
        }

        void print(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An entry's end is not the ZIP's. */
    private static final class Uncloseable extends FilterOutputStream {
        Uncloseable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
