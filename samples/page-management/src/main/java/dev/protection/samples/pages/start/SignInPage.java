package dev.protection.samples.pages.start;

import dev.protection.samples.pages.web.Html;
import dev.protection.samples.pages.web.Layout;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one signs in. */
@RestController
final class SignInPage {
    private static final List<List<?>> USERS = List.of(
            List.of("agent", "of Harbour Agency, for the pages of its 20 clients"),
            List.of("franchisee", "of one location, Nordic Coffee Oulu"),
            List.of("region", "of Nordic Coffee North, for its locations"),
            List.of("support", "of the product's own company, to read everywhere"),
            List.of("officer", "the data protection officer"));

    @GetMapping("/")
    org.springframework.web.servlet.view.RedirectView home() {
        return new org.springframework.web.servlet.view.RedirectView("/contacts");
    }

    @RequestMapping(
            path = "/sign-in",
            method = org.springframework.web.bind.annotation.RequestMethod.GET,
            produces = "text/html;charset=UTF-8")
    String form(HttpServletRequest request) {
        Html failed = request.getParameter("error") == null
                ? new Html("")
                : new Html("<p role=\"alert\" class=\"alert\">That name or password is not known.</p>");
        Html form = Html.of("""
                <form method="post" action="/sign-in" class="upright">{}
                <label>Name <input name="username" autocomplete="username" required autofocus></label>
                <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
                <button>Sign in</button></form>
                """, Layout.token(request));
        return Layout.page(
                request,
                "Sign in",
                Html.section("Who are you?", failed, form),
                Html.section(
                        "To try it",
                        Html.of("<p>Each of these accounts has the password <code>{}</code>.</p>", SignIn.PASSWORD),
                        Html.table("Accounts to try", List.of("Name", "Works"), USERS)));
    }
}
