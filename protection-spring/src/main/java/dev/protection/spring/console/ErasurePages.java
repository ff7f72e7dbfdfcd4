package dev.protection.spring.console;

import dev.protection.SubjectRef;
import dev.protection.rights.ErasureReceipt;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestPlan;
import dev.protection.rights.RequestState;
import dev.protection.rights.RequestStatus;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectRights;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The right to be erased: what it would do, then the receipt of what it did. */
@RestController
@RequestMapping(
        path = "${protection.console.path:/protection}/people/{tenant}/{kind}/{id}/erasure",
        produces = "text/html;charset=UTF-8")
final class ErasurePages {
    private final Console console;

    ErasurePages(Console console) {
        this.console = console;
    }

    @GetMapping
    String plan(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        RequestPlan plan = console.protection().rights().preview(SubjectRequest.erase(person));
        return console.page(
                request,
                "Erase " + Words.name(person) + "?",
                Html.section("What would be erased", Words.removed("To erase", plan.lines())),
                Html.section("What would be kept", Words.kept(plan.kept())),
                Html.section(
                        "It cannot be taken back",
                        Html.p(
                                "The keys are destroyed: what was sealed under them is opened nowhere again, but from a backup"
                                        + " that holds the keys as well; the finding KEYS_WITH_DATA says whether one would."),
                        Console.button(request, console.at(request, person, "/erasure"), "Erase this person")),
                console.toPerson(request, person));
    }

    @PostMapping
    String erase(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        SubjectRights rights = console.protection().rights();
        RequestId asked = rights.submit(SubjectRequest.erase(person));
        rights.approve(asked);
        RequestStatus status = rights.await(asked, Console.PATIENCE);
        return status.state() == RequestState.FULFILLED
                ? receipt(request, person, rights.receipt(asked))
                : console.page(
                        request,
                        "The request is " + Words.words(status.state()),
                        Html.section("Why", Html.p(String.join("; ", status.reasons()))),
                        console.toPerson(request, person));
    }

    private String receipt(HttpServletRequest request, SubjectRef person, ErasureReceipt receipt) {
        return console.page(
                request,
                "Receipt of an erasure",
                Html.section(
                        "The request is fulfilled",
                        Html.p(receipt.keysDestroyed() + " keys were destroyed on " + Words.at(receipt.at()) + " UTC."),
                        Words.removed("Erased", receipt.erased())),
                Html.section("What the law keeps", Words.kept(receipt.kept())),
                Html.section(
                        "Signature",
                        Html.p("Request, counts and reasons are signed; nothing of the person is in them."),
                        Html.of("<p><code>{}</code></p>", receipt.signature())),
                console.toPerson(request, person));
    }
}
