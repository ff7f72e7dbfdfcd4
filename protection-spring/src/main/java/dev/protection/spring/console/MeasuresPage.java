package dev.protection.spring.console;

import dev.protection.measures.MeasureStatus;
import dev.protection.measures.MeasuresReport;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The technical and organisational measures, each with its status as of now; as a page, or as plain text. */
@RestController
final class MeasuresPage {
    private final Console console;

    MeasuresPage(Console console) {
        this.console = console;
    }

    @GetMapping(path = "${protection.console.path:/protection}/measures", produces = "text/html;charset=UTF-8")
    String measures(HttpServletRequest request) {
        MeasuresReport report = report();
        return console.page(
                request,
                "Measures",
                Html.section(
                        "As of " + Words.at(report.asOf()) + " UTC",
                        Html.p(counts(report) + "."),
                        Html.table(
                                "Technical and organisational measures",
                                List.of("No.", "Measure", "Status", "Why and with what evidence", "Owner"),
                                report.sentences().stream()
                                        .<List<?>>map(MeasuresPage::row)
                                        .toList()),
                        Html.of("<p>Hash of the text: <code>{}</code></p>", report.textHash())));
    }

    @GetMapping(path = "${protection.console.path:/protection}/measures", produces = "text/plain;charset=UTF-8")
    String measures() {
        MeasuresReport report = report();
        return "Technical and organisational measures as of " + report.asOf() + "\n" + counts(report) + ".\n\n"
                + report.sentences().stream().map(MeasuresPage::text).collect(Collectors.joining("\n"));
    }

    private MeasuresReport report() {
        return console.protection().measures().report(Instant.now());
    }

    private static String counts(MeasuresReport report) {
        return Arrays.stream(MeasureStatus.values())
                .filter(status -> report.count(status) > 0)
                .map(status -> report.count(status) + " " + status.inWords())
                .collect(Collectors.joining(", "));
    }

    private static String text(MeasuresReport.Sentence sentence) {
        return sentence.measure().id() + " [" + sentence.status().inWords() + "] "
                + sentence.measure().text() + "\n"
                + why(sentence).stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static List<?> row(MeasuresReport.Sentence sentence) {
        String status = sentence.status().inWords();
        return List.of(
                Html.of("<strong>{}</strong>", sentence.measure().id()),
                sentence.measure().text(),
                Html.of("<span class=\"status {}\">{}</span>", Words.style(sentence.status()), status),
                Html.of(
                        "<ul>{}</ul>",
                        why(sentence).stream()
                                .map(line -> Html.of("<li>{}</li>", line))
                                .toList()),
                sentence.measure().owner());
    }

    private static List<String> why(MeasuresReport.Sentence sentence) {
        List<String> lines = new ArrayList<>(sentence.reasons());
        sentence.evidence().stream()
                .map(evidence -> evidence.control().method() + ": "
                        + evidence.facts().entrySet().stream()
                                .map(fact -> fact.getKey() + " " + fact.getValue())
                                .collect(Collectors.joining(", ")))
                .forEach(lines::add);
        return lines;
    }
}
