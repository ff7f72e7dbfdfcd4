package dev.protection.samples.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is not there, or not for the role one signed in with. */
@RestController
final class ErrorPage implements ErrorController {
    @RequestMapping(path = "/error", produces = "text/html;charset=UTF-8")
    String error(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.INTERNAL_SERVER_ERROR;
        String words = status == HttpStatus.FORBIDDEN
                ? "Your role does not open this page. Sign in as somebody whose work it is."
                : "There is nothing here that could be shown.";
        return Layout.page(request, status.getReasonPhrase(), Html.section(status.value() + "", Html.p(words), back()));
    }

    private static Html back() {
        return Html.p(Html.link("/contacts", "To the contacts"));
    }
}
