package dev.protection.spring.console;

import dev.protection.Dataset;
import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.rights.SubjectState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

/** The way to a person, what holds for the person now, and what may be asked for. */
@RestController
@RequestMapping("${protection.console.path:/protection}/people")
final class PeoplePages {
    private static final String HTML = "text/html;charset=UTF-8";

    private final Console console;

    PeoplePages(Console console) {
        this.console = console;
    }

    @GetMapping(produces = HTML)
    String search(HttpServletRequest request) {
        List<Html> kinds = console.protection().dataMap().datasets().values().stream()
                .map(Dataset::subject)
                .map(subject -> subject.kind())
                .distinct()
                .sorted()
                .map(PeoplePages::option)
                .toList();
        return console.page(
                request,
                "People",
                Html.section("Whose data is it?", Html.of("""
                                <form action="{}"><label>For whom <input name="tenant" autocomplete="off" required></label>
                                <label>Who <select name="kind">{}</select></label>
                                <label>Number or name <input name="id" autocomplete="off" required></label>
                                <button>Go</button></form>
                                """, console.at(request, "/people/of"), kinds)));
    }

    private static Html option(String text) {
        return Html.of("<option>{}</option>", text);
    }

    @GetMapping("/of")
    RedirectView found(
            HttpServletRequest request,
            @RequestParam String tenant,
            @RequestParam String kind,
            @RequestParam String id) {
        SubjectRef person = Words.person(tenant.strip(), kind.strip(), id.strip());
        return new RedirectView(console.at(request, person, ""));
    }

    @GetMapping(path = "/{tenant}/{kind}/{id}", produces = HTML)
    String person(
            HttpServletRequest request,
            @PathVariable String tenant,
            @PathVariable String kind,
            @PathVariable String id) {
        SubjectRef person = Words.person(tenant, kind, id);
        SubjectState state = console.protection().rights().state(person);
        return console.page(
                request,
                Words.name(person),
                Html.section("As of now", state(state)),
                Html.section(
                        "What the person may ask for",
                        Html.of(
                                "<ul class=\"links\"><li>{}</li><li>{}</li><li>{}</li></ul>",
                                Html.link(console.at(request, person, "/copy"), "A copy for this person"),
                                Html.link(console.at(request, person, "/erasure"), "Erase this person"),
                                Html.link(console.at(request, person, "/seen"), "Who has seen this person"))),
                Html.section("Restriction (Art. 18)", restriction(request, person, state)),
                Html.section("Objections (Art. 21)", objections(request, person, state)));
    }

    private static Html state(SubjectState state) {
        return Html.of(
                "<p>{}; {}; {} on hold for legal matters; objects to {}.</p>",
                Words.words(state.phase()),
                state.restricted() ? "processing is restricted" : "processing is not restricted",
                state.holds() == 0 ? "not" : state.holds() + " times",
                state.objections().isEmpty() ? "nothing" : String.join(", ", state.objections()));
    }

    private Html restriction(HttpServletRequest request, SubjectRef person, SubjectState state) {
        return state.restricted()
                ? Console.button(
                        request,
                        console.at(request, person, "/restriction/end"),
                        "The person was told: lift the restriction")
                : Console.button(request, console.at(request, person, "/restriction"), "Restrict processing");
    }

    private List<Html> objections(HttpServletRequest request, SubjectRef person, SubjectState state) {
        List<Html> purposes = console.protection().dataMap().purposes().values().stream()
                .filter(Purpose::objectable)
                .map(Purpose::name)
                .sorted()
                .map(purpose ->
                        objection(request, person, purpose, state.objections().contains(purpose)))
                .toList();
        return purposes.isEmpty()
                ? List.of(
                        Html.p("There is no right to object to any of the declared purposes: a consent is withdrawn, a"
                                + " contract ended."))
                : purposes;
    }

    private Html objection(HttpServletRequest request, SubjectRef person, String purpose, boolean objects) {
        return Console.button(
                request,
                console.at(request, person, objects ? "/objections/end" : "/objections"),
                objects ? "Withdraw the objection to " + purpose : "Object to " + purpose,
                Console.hidden("purpose", purpose));
    }
}
