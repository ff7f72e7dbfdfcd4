package dev.protection.core.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.rights.ExportItem;
import dev.protection.rights.RecordRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportZipTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static ExportItem item(String dataset, Object... namesAndValues) {
        Map<String, Optional<Object>> values = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put((String) namesAndValues[at], Optional.of(namesAndValues[at + 1]));
        }
        return new ExportItem(new RecordRef("tables", dataset, "1"), values, Set.of(), Optional.empty());
    }

    private static Map<String, byte[]> export(ExportItem... items) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ExportZip.write(zip, List.of(each -> List.of(items).forEach(each)), Map.of("v", 1));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    @Test
    void thePageShowsMarkupAsText() throws IOException {
        String page = text(export(item("contact<b>", "full_name", "<script>alert('x')</script>\"&")), "index.html");
        assertThat(page)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;")
                .contains("contact&lt;b&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void noTextIsAFormulaInASpreadsheet() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1", "=a\"b")) {
            String csv = text(export(item("contact", "note", formula)), "tables/contact.csv");
            assertThat(csv).startsWith("\"note\"\r\n\"'" + formula.substring(0, 1));
        }
    }

    @Test
    void numbersDatesAndOrdinaryTextsStayAsTheyAre() throws IOException {
        String csv = text(
                export(item("contact", "score", -5L, "since", LocalDate.of(2026, 1, 2), "note", "a \"b\", c")),
                "tables/contact.csv");
        assertThat(csv).endsWith("\r\n\"-5\",\"2026-01-02\",\"a \"\"b\"\", c\"\r\n");
    }

    @Test
    void recordsWithOtherColumnsGetATableOfTheirOwn() throws IOException {
        Map<String, byte[]> files =
                export(item("contact", "a", "1"), item("contact", "a", "2", "b", "3"), item("message", "a", "4"));
        assertThat(text(files, "tables/contact.csv")).isEqualTo("\"a\"\r\n\"1\"\r\n");
        assertThat(text(files, "tables/contact-2.csv")).isEqualTo("\"a\",\"b\"\r\n\"2\",\"3\"\r\n");
        assertThat(MAPPER.readTree(files.get("tables/contact.json"))).hasSize(2);
        assertThat(files).containsKey("tables/message.csv");
    }

    @Test
    void whatMayBeAboutOthersIsMarked() throws IOException {
        ExportItem plain = item("message", "body", "I met Bert", "sent", "today");
        Map<String, byte[]> files =
                export(new ExportItem(plain.ref(), plain.values(), Set.of("body"), Optional.empty()));
        assertThat(text(files, "index.html"))
                .contains("<th>body (may be about other people too)</th>")
                .contains("<th>sent</th>");
        assertThat(MAPPER.readTree(files.get("tables/message.json"))
                        .path(0)
                        .path("$aboutOthers")
                        .path(0)
                        .asString())
                .isEqualTo("body");
    }

    @Test
    void noFileLeavesTheDirectoryItIsUnpackedInto() throws IOException {
        assertThat(export(item("../../etc/passwd", "a", "1")).keySet())
                .allSatisfy(name -> assertThat(name.split("/", -1)).doesNotContain("..", "."));
    }

    @Test
    void theManifestCountsAndHashesEveryFile() throws IOException {
        Map<String, byte[]> files = export(item("contact", "a", "1"), item("contact", "a", "2"));
        JsonNode manifest = MAPPER.readTree(files.get("manifest.json"));
        assertThat(manifest.path("records").asInt()).isEqualTo(2);
        assertThat(manifest.path("files")).hasSize(files.size() - 1);
        manifest.path("files").forEach(line -> {
            byte[] content = Objects.requireNonNull(files.get(line.path("file").asString()));
            assertThat(line.path("sha256").asString())
                    .isEqualTo(HexFormat.of().formatHex(LedgerChain.sha256().digest(content)));
        });
    }
}
