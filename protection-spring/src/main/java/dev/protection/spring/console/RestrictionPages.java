package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rights to have processing restricted and to object: in force when the page comes back. */
@RestController
@RequestMapping(
        path = "${protection.console.path:/protection}/people/{tenant}/{kind}/{id}",
        produces = "text/html;charset=UTF-8")
final class RestrictionPages {
    private final Console console;

    RestrictionPages(Console console) {
        this.console = console;
    }

    @PostMapping("/restriction")
    String restrict(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        return asked(request, person, submit(SubjectRequest.restrict(person)));
    }

    /** Who presses the button says that the person was told before (Art. 18(3)). */
    @PostMapping("/restriction/end")
    String lift(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        RequestId asked = submit(SubjectRequest.liftRestriction(person));
        rights().approve(asked);
        return asked(request, person, asked);
    }

    @PostMapping("/objections")
    String object(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam String purpose) {
        SubjectRef person = Words.person(tenant, kind, id);
        return asked(request, person, submit(SubjectRequest.object(person, purpose)));
    }

    @PostMapping("/objections/end")
    String withdraw(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam String purpose) {
        SubjectRef person = Words.person(tenant, kind, id);
        return asked(request, person, submit(SubjectRequest.withdrawObjection(person, purpose)));
    }

    @PostMapping("/requests/{asked}/upheld")
    String uphold(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String asked) {
        rights().approve(RequestId.parse(asked));
        return asked(request, Words.person(tenant, kind, id), RequestId.parse(asked));
    }

    @PostMapping("/requests/{asked}/overridden")
    String override(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String asked,
            @RequestParam String grounds) {
        rights().cancel(RequestId.parse(asked), grounds);
        return asked(request, Words.person(tenant, kind, id), RequestId.parse(asked));
    }

    private SubjectRights rights() {
        return console.protection().rights();
    }

    private RequestId submit(SubjectRequest request) {
        return rights().submit(request);
    }

    private String asked(HttpServletRequest request, SubjectRef person, RequestId asked) {
        RequestStatus status = rights().await(asked, Console.PATIENCE);
        Object decision = status.state() == RequestState.REQUIRES_ACTION ? decision(request, person, asked) : "";
        return console.page(
                request,
                "The request is " + Words.words(status.state()),
                Html.section(
                        Words.words(status.kind()),
                        Html.p(
                                "It is in force for the next statement of this node, and of every other within seconds."),
                        Html.of("<p>Request <code>{}</code></p>", asked)),
                decision,
                console.toPerson(request, person));
    }

    private Html decision(HttpServletRequest request, SubjectRef person, RequestId asked) {
        String at = console.at(request, person, "/requests/" + asked);
        return Html.section(
                "It holds until it is decided",
                Console.button(request, at + "/upheld", "Uphold it"),
                Console.button(
                        request,
                        at + "/overridden",
                        "Override it",
                        new Html("<label>For compelling grounds, without personal data"
                                + " <input name=\"grounds\" required autocomplete=\"off\"></label>")));
    }
}
