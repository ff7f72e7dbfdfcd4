package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.StandingFinding;
import dev.protection.measures.Control;
import dev.protection.measures.Evidence;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of measures, declared, measured and printed. */
class MeasuresTest {
    private static final Instant NOW = Instant.parse("2026-05-03T12:00:00Z");
    private static final String DECLARATION = """
            controller: { name: Example, contact: dpo@example.com }
            purposes:
              support: { basis: contract, categories: [name] }
            datasets:
              person:
                purposes: [support]
                subject: { person: id }
                tenant: client_id
                fields:
                  name: { category: name, encrypt: true }
            roles:
              agent: { allow: [READ], for: [support], categories: [name] }
            keys: { root: "file:%s" }
            profile: development
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void declare() throws IOException {
        String controls = Arrays.stream(Control.values())
                .map(control -> control.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(word ->
                        word + ": { text: It is so., assurance: guarantee, owner: dpo, controls: [" + word + "] }\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve("measures.yaml"), controls + """
                host: { text: The host is certified to ISO/IEC 27001., assurance: operator, owner: operations,
                        attested: { by: operations, document: certificate, sha256: %s, from: "2026-01-01", until: "2026-12-31" } }
                disks: { text: Disks are wiped regularly., assurance: operator, owner: operations, planned: write the order }
                """.formatted("a".repeat(64)));
        file = Files.writeString(
                        folder.resolve("protection.yaml"),
                        DECLARATION.formatted(folder.resolve("root.json")) + "measures: \""
                                + folder.resolve("measures.yaml") + "\"\n")
                .toString();
    }

    private MeasuresReport report(Instant asOf) {
        try (Protection protection = Protection.builder()
                .config(file)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build()) {
            return protection.measures().report(asOf);
        }
    }

    private static MeasuresReport.Sentence sentence(MeasuresReport report, String id) {
        return report.sentences().stream()
                .filter(each -> each.measure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWayPastTheLibraryWeakensWhatItGoesPast() {
        try (Protection protection = Protection.builder()
                .config(file)
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .findings(
                        () -> List.of(new StandingFinding("DATA_SOURCE_UNPROTECTED", "The data source 'raw' is bare.")))
                .build()) {
            MeasuresReport report = protection.measures().report(NOW);
            for (String control : List.of("encryption", "access-control", "tenant-separation", "purpose-limitation")) {
                assertThat(sentence(report, control).status())
                        .as(control)
                        .isEqualTo(MeasureStatus.PARTIALLY_IMPLEMENTED);
                assertThat(sentence(report, control).reasons())
                        .anyMatch(why -> why.contains("DATA_SOURCE_UNPROTECTED"));
            }
            assertThat(sentence(report, "anomaly-detection").status()).isEqualTo(MeasureStatus.IMPLEMENTED);
        }
        assertThat(sentence(report(NOW), "tenant-separation").status()).isEqualTo(MeasureStatus.IMPLEMENTED);
    }

    @Test
    void everyControlIsMeasured() {
        MeasuresReport report = report(NOW);
        List<Control> measured = report.sentences().stream()
                .flatMap(each -> each.evidence().stream())
                .map(Evidence::control)
                .toList();

        assertThat(measured).containsExactlyInAnyOrder(Control.values());
        assertThat(report.count(MeasureStatus.CONTRADICTED)).isZero();
    }

    @Test
    void aSentenceSaysWhatItsEvidenceSays() {
        MeasuresReport report = report(NOW);

        assertThat(sentence(report, "encryption").status()).isEqualTo(MeasureStatus.IMPLEMENTED);
        assertThat(sentence(report, "access-control").status()).isEqualTo(MeasureStatus.IMPLEMENTED);
        assertThat(sentence(report, "host").status()).isEqualTo(MeasureStatus.IMPLEMENTED);
        assertThat(sentence(report, "storage-limitation").status()).isEqualTo(MeasureStatus.PLANNED);
        assertThat(sentence(report, "key-management").status()).isEqualTo(MeasureStatus.PARTIALLY_IMPLEMENTED);
        assertThat(sentence(report, "key-management").reasons())
                .singleElement()
                .asString()
                .contains("ROOT_KEY_IN_FILE");
        assertThat(sentence(report, "disks").status()).isEqualTo(MeasureStatus.PLANNED);
        assertThat(sentence(report, "disks").claims())
                .singleElement()
                .asString()
                .contains("regularly");
    }

    @Test
    void evidenceAndAttestationsLapseByThemselves() {
        assertThat(sentence(report(NOW.plus(Duration.ofDays(2))), "encryption").status())
                .isEqualTo(MeasureStatus.STALE);
        assertThat(sentence(report(Instant.parse("2027-01-01T00:00:00Z")), "host")
                        .status())
                .isEqualTo(MeasureStatus.STALE);
        assertThat(sentence(report(NOW.minus(Duration.ofDays(1))), "encryption").status())
                .isEqualTo(MeasureStatus.PLANNED);
    }

    @Test
    void theTextHasOneHashUntilAWordOfItChanges() throws IOException {
        String hash = report(NOW).textHash();
        assertThat(report(NOW).textHash()).isEqualTo(hash);
        Path text = folder.resolve("measures.yaml");
        Files.writeString(text, Files.readString(text).replace("wiped", "shredded"));
        assertThat(report(NOW).textHash()).isNotEqualTo(hash);
    }

    @Test
    void theCommandPrintsEverySentence() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = PrintMeasures.run(List.of(file), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(code).isZero();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("## encryption: Implemented", "## disks: Planned", "fields-sealed 1", "ROOT_KEY_IN_FILE");
    }

    @Test
    void whatCannotBeUsedIsSaidWithPlaceAndNearestWord() throws IOException {
        Path text = folder.resolve("measures.yaml");
        Files.writeString(
                text, "a: { text: x, owner: dpo, assurance: guarantee, controls: [encrypton], review: tomorrow }\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int code = PrintMeasures.run(List.of(file), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        text + ":1 a.controls: unknown word 'encrypton', did you mean 'encryption'?",
                        "a.review: 'tomorrow' is not a day of ISO 8601");
    }
}
