package dev.protection.samples.pages.desk;

import dev.protection.core.Protection;
import dev.protection.retention.RetentionPlan;
import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What age has made due. */
@RestController
class RetentionPage {
    private final Protection protection;

    RetentionPage(Protection protection) {
        this.protection = protection;
    }

    @GetMapping(path = "/retention", produces = "text/html;charset=UTF-8")
    @ForPurpose("data-protection")
    String retention(HttpServletRequest request) {
        RetentionPlan plan = protection.retention().plan(Instant.now());
        List<List<?>> lines = plan.lines().stream()
                .<List<?>>map(line -> List.of(
                        line.dataset(),
                        line.source(),
                        line.why(),
                        line.removed(),
                        line.cleared(),
                        line.kept(),
                        line.held(),
                        line.undated()))
                .toList();
        return Layout.page(
                request,
                "Retention plan",
                Html.section(
                        "Due by " + Words.at(plan.asOf()) + " UTC",
                        Html.p("Nothing has been done: a plan is approved by its hash, and one that no longer fits is"
                                + " refused."),
                        Html.table(
                                "What is due",
                                List.of("Data", "Where", "Why", "Remove", "Clear", "Law keeps", "On hold", "No date"),
                                lines),
                        Html.of("<p>Hash of the plan: <code>{}</code></p>", plan.hash())));
    }
}
