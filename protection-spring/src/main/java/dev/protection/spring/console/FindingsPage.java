package dev.protection.spring.console;

import dev.protection.anomaly.Finding;
import dev.protection.anomaly.FindingQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the detectors saw, and what is weak as it stands. */
@RestController
final class FindingsPage {
    private final Console console;

    FindingsPage(Console console) {
        this.console = console;
    }

    @GetMapping(path = "${protection.console.path:/protection}/findings", produces = "text/html;charset=UTF-8")
    String findings(HttpServletRequest request) {
        List<List<?>> seen = console.protection().anomaly().findings(FindingQuery.all()).stream()
                .<List<?>>map(FindingsPage::row)
                .toList();
        List<List<?>> standing = console.protection().standingFindings().stream()
                .<List<?>>map(finding -> List.of(Html.of("<code>{}</code>", finding.code()), finding.sentence()))
                .toList();
        return console.page(
                request,
                "Findings",
                Html.section(
                        "Unusual use",
                        Html.table(
                                "Unusual use",
                                List.of("Rule", "Who", "At", "What was seen", "Normal", "Last, UTC"),
                                seen)),
                Html.section("Weak as it stands", Html.table("Weak as it stands", List.of("Code", "What"), standing)));
    }

    private static List<?> row(Finding finding) {
        return List.of(
                Html.of("<strong>{}</strong>", Words.words(finding.rule())),
                finding.who(),
                finding.tenant(),
                finding.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining(", ")),
                finding.normal(),
                Words.at(finding.lastAt()));
    }
}
