package dev.protection.samples.pages;

import dev.protection.ProtectionContext;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.Protection;
import dev.protection.encryption.KeyHandle;
import dev.protection.spring.ForPurpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who has seen a person. The log knows people by random handles alone: this reads the person, which is logged as well,
 * and asks for everything with the handles of that very read.
 */
@RestController
class SeenPage {
    private final Contacts contacts;
    private final Protection protection;

    SeenPage(Contacts contacts, Protection protection) {
        this.contacts = contacts;
        this.protection = protection;
    }

    @GetMapping(path = "/t/{tenant}/contacts/{id}/seen", produces = "text/html;charset=UTF-8")
    @ForPurpose("support")
    String seen(HttpServletRequest request, @PathVariable long id) {
        contacts.findById(id);
        String read = ProtectionContext.current().orElseThrow().correlationId();
        Set<KeyHandle> handles = protection.audit().find(AuditQuery.ALL.correlationId(read)).stream()
                .flatMap(event -> event.subjects().stream())
                .collect(Collectors.toSet());
        List<AuditEvent> events =
                handles.isEmpty() ? List.of() : protection.audit().find(AuditQuery.ALL.subjects(handles));
        return Layout.page(
                request,
                "Who has seen contact " + id,
                Html.section(
                        events.size() + " entries of the log",
                        new Html(
                                "<p>The handle of an erased person is destroyed with the keys: nobody is found then.</p>"),
                        OfficerPages.events(events)));
    }
}
