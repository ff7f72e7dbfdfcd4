package dev.protection.samples.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where one signs in. */
@RestController
final class SignInPage {
    private static final List<Html> USERS = List.of(
            Html.row("agent", "of an agency, for its clients Acme and Globex"),
            Html.row("franchisee", "of one location, Oulu"),
            Html.row("support", "of every client and location, to read"),
            Html.row("officer", "the data protection officer"));

    @GetMapping(path = "/sign-in", produces = "text/html;charset=UTF-8")
    String form(HttpServletRequest request) {
        Html failed = request.getParameter("error") == null
                ? new Html("")
                : new Html("<p role=\"alert\">That name or password is not known.</p>");
        Html form = Html.of("""
                <form method="post" action="/sign-in">{}
                <label>Name <input name="username" autocomplete="username" required autofocus></label>
                <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
                <button>Sign in</button></form>
                """, Layout.token(request));
        return Layout.page(
                request,
                "Sign in",
                Html.section("Who are you?", failed, form),
                Html.section(
                        "Demonstration users, each with the password " + SignIn.PASSWORD,
                        Html.table(List.of("Name", "Works for"), USERS)));
    }
}
