package dev.protection.spring.console;

import dev.protection.retention.Retention;
import dev.protection.retention.RetentionPlan;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What age has made due, to be approved as it was seen. */
@RestController
@RequestMapping(path = "${protection.console.path:/protection}/retention", produces = "text/html;charset=UTF-8")
final class RetentionPages {
    private final Console console;

    RetentionPages(Console console) {
        this.console = console;
    }

    @GetMapping
    String plan(HttpServletRequest request) {
        return shown(request, retention().plan(Instant.now()), "Nothing has been done.");
    }

    /** Approves what was seen: by its time it is planned anew, and by its hash it is the same. */
    @PostMapping
    String apply(HttpServletRequest request, @RequestParam Instant asOf, @RequestParam String hash) {
        RetentionPlan plan = retention().plan(asOf);
        if (!plan.hash().equals(hash)) {
            return shown(
                    request,
                    retention().plan(Instant.now()),
                    "Nothing has been done: what is due is no longer what you saw. Look again.");
        }
        RequestId run = retention().apply(plan);
        RequestStatus status = console.protection().rights().await(run, Console.PATIENCE);
        return console.page(
                request,
                "The plan is " + Words.words(status.state()),
                Html.section(
                        "Removed by " + Words.at(plan.asOf()) + " UTC",
                        table(plan),
                        Html.p(String.join("; ", status.reasons())),
                        Html.of("<p>Request <code>{}</code></p>", run)),
                Html.p(Html.link(console.at(request, "/retention"), "What is due now")));
    }

    private Retention retention() {
        return console.protection().retention();
    }

    private String shown(HttpServletRequest request, RetentionPlan plan, String done) {
        Object apply = plan.isEmpty()
                ? Html.p("There is nothing to do.")
                : Console.button(
                        request,
                        console.at(request, "/retention"),
                        "Apply this plan",
                        Console.hidden("asOf", plan.asOf()),
                        Console.hidden("hash", plan.hash()));
        return console.page(
                request,
                "Retention plan",
                Html.section(
                        "Due by " + Words.at(plan.asOf()) + " UTC",
                        Html.p(done + " A plan is approved by its hash, and one that no longer fits is refused."),
                        table(plan),
                        Html.of("<p>Hash of the plan: <code>{}</code></p>", plan.hash()),
                        apply));
    }

    private static Html table(RetentionPlan plan) {
        return Html.table(
                "What is due",
                List.of("Data", "Where", "Why", "Remove", "Clear", "Law keeps", "On hold", "No date"),
                plan.lines().stream()
                        .<List<?>>map(line -> List.of(
                                line.dataset(),
                                line.source(),
                                line.why(),
                                line.removed(),
                                line.cleared(),
                                line.kept(),
                                line.held(),
                                line.undated()))
                        .toList());
    }
}
