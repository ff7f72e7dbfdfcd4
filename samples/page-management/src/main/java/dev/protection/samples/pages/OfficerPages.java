package dev.protection.samples.pages;

import dev.protection.anomaly.FindingQuery;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.Verification;
import dev.protection.core.Protection;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the data protection officer looks at. */
@RestController
@RequestMapping(produces = "text/html;charset=UTF-8")
@ForPurpose("onboarding")
class OfficerPages {
    private static final int EVENTS = 100;

    private final Protection protection;

    OfficerPages(Protection protection) {
        this.protection = protection;
    }

    @GetMapping("/retention")
    String retention(HttpServletRequest request) {
        List<Html> lines = protection.retention().plan(Instant.now()).lines().stream()
                .map(line ->
                        Html.row(line.source(), line.dataset(), line.why(), line.removed(), line.kept(), line.held()))
                .toList();
        return Layout.page(
                request,
                "Retention plan",
                Html.section(
                        "What age has made due",
                        Html.table(List.of("Source", "Data", "Why", "To remove", "Kept", "Held"), lines)));
    }

    @GetMapping("/findings")
    String findings(HttpServletRequest request) {
        List<Html> seen = protection.anomaly().findings(FindingQuery.all()).stream()
                .map(finding ->
                        Html.row(finding.rule(), finding.tenant(), finding.who(), finding.facts(), finding.lastAt()))
                .toList();
        List<Html> standing = protection.standingFindings().stream()
                .map(finding -> Html.row(Html.of("<code>{}</code>", finding.code()), finding.sentence()))
                .toList();
        return Layout.page(
                request,
                "Findings",
                Html.section("Unusual use", Html.table(List.of("Rule", "Tenant", "Who", "Seen", "Last"), seen)),
                Html.section("What is weak as it stands", Html.table(List.of("Code", "Sentence"), standing)));
    }

    @GetMapping("/audit")
    String audit(HttpServletRequest request) {
        Verification log = protection.audit().verify();
        String whole = log.isWhole() ? "and is whole" : "and is broken: " + log.problems();
        return Layout.page(
                request,
                "Audit log",
                Html.section(
                        "Verification",
                        Html.of("<p>The log has {} entries, {} anchors, {}.</p>", log.size(), log.anchors(), whole)),
                Html.section("Events", events(protection.audit().find(AuditQuery.ALL.most(EVENTS)))));
    }

    static Html events(List<AuditEvent> events) {
        List<Html> rows = events.stream()
                .map(event -> Html.row(
                        event.at(),
                        event.kind(),
                        event.actor(),
                        event.purpose(),
                        event.dataset().orElse(""),
                        event.rows(),
                        event.outcome()))
                .toList();
        return Html.table(List.of("When", "What", "Who", "Purpose", "Data", "Rows", "Outcome"), rows);
    }
}
