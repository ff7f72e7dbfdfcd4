package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.audit.Verification;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The record of what was done: whether it is whole, what is newest in it, and who has seen a person. */
@RestController
@RequestMapping(path = "${protection.console.path:/protection}", produces = "text/html;charset=UTF-8")
final class LogPages {
    private static final int SHOWN = 100;
    private static final Duration RECENT = Duration.ofHours(1);

    private final Console console;

    LogPages(Console console) {
        this.console = console;
    }

    @GetMapping("/audit")
    String log(HttpServletRequest request) {
        Verification log = console.protection().audit().verify();
        Html verified = log.isWhole()
                ? Html.of(
                        "<p><span class=\"status implemented\">Whole</span> {} entries, {} anchors: {}</p>",
                        log.size(),
                        log.anchors(),
                        "every entry is in the tree, and the tree is the one that was signed.")
                : Html.of("<p role=\"alert\"><span class=\"status contradicted\">Broken</span> {}</p>", log.problems());
        AuditQuery recent = new AuditQuery(
                Optional.of(Instant.now().minus(RECENT)),
                Optional.empty(),
                AuditQuery.ALL.kinds(),
                AuditQuery.ALL.outcomes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AuditQuery.ALL.subjects(),
                AuditQuery.ALL.most());
        List<AuditEvent> events = console.protection().audit().find(recent);
        List<AuditEvent> newest = events.subList(Math.max(0, events.size() - SHOWN), events.size());
        return console.page(
                request,
                "Audit log",
                Html.section("Verification", verified),
                Html.section("The newest entries of the last hour", table(newest)));
    }

    @GetMapping("/people/{tenant}/{kind}/{id}/seen")
    String seen(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        List<AuditEvent> events = console.protection().audit().about(person, AuditQuery.ALL);
        return console.page(
                request,
                "Who has seen " + Words.name(person),
                Html.section(
                        events.size() + " entries of the log",
                        Html.p("The log names people by random handles that are destroyed with their keys: of a person"
                                + " who was erased nobody is found."),
                        table(events)),
                console.toPerson(request, person));
    }

    /** The newest first. */
    private static Html table(List<AuditEvent> events) {
        List<List<?>> rows = new java.util.ArrayList<>(
                events.stream().<List<?>>map(LogPages::row).toList());
        Collections.reverse(rows);
        return Html.table(
                "Entries of the log", List.of("When, UTC", "Who", "What", "Data", "For", "Rows", "Outcome"), rows);
    }

    private static List<?> row(AuditEvent event) {
        return List.of(
                Words.at(event.at()),
                event.actor(),
                Words.words(event.kind()),
                event.dataset().orElseGet(() -> event.facts().getOrDefault("of", "")),
                event.purpose(),
                event.rows(),
                Words.words(event.outcome()));
    }
}
