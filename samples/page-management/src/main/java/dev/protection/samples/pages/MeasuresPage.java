package dev.protection.samples.pages;

import dev.protection.core.Protection;
import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The product's technical and organisational measures, each with its status as of now. */
@RestController
class MeasuresPage {
    private final Protection protection;

    MeasuresPage(Protection protection) {
        this.protection = protection;
    }

    @GetMapping(path = "/measures", produces = "text/html;charset=UTF-8")
    @ForPurpose("support")
    String measures(HttpServletRequest request) {
        MeasuresReport report = protection.measures().report(Instant.now());
        String counts = Arrays.stream(MeasureStatus.values())
                .filter(status -> report.count(status) > 0)
                .map(status -> report.count(status) + " " + status.inWords())
                .collect(Collectors.joining(", "));
        return Layout.page(
                request,
                "Measures",
                Html.section(
                        counts,
                        Html.table(
                                List.of("No.", "Measure", "Status", "Why", "Planned"),
                                report.sentences().stream()
                                        .map(MeasuresPage::row)
                                        .toList())));
    }

    private static Html row(MeasuresReport.Sentence sentence) {
        return Html.row(
                sentence.measure().id(),
                sentence.measure().text(),
                sentence.status().inWords(),
                String.join(" ", sentence.reasons()),
                sentence.measure().planned().orElse(""));
    }
}
