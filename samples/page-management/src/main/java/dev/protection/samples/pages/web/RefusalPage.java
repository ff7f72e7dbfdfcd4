package dev.protection.samples.pages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refusal, its reason and what would change it. Anything else stays the framework's. */
@RestControllerAdvice
final class RefusalPage {
    private static final String CODE = "PROT-";
    private static final String REMEDY = " Remedy: ";

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<String> refused(HttpServletRequest request, RuntimeException failure) {
        String message = message(failure);
        int said = message.indexOf(':');
        int end = message.indexOf(REMEDY);
        String reason = message.substring(said + 1, end < 0 ? message.length() : end);
        String remedy = end < 0 ? "Ask the data protection officer." : message.substring(end + REMEDY.length());
        Html told = Html.of(
                """
                <section class="refused"><h2>Refused</h2><p>{}</p><p>Code: <code>{}</code></p>
                <h3>What would change it</h3><p>{}</p><p>{}</p></section>
                """,
                reason.strip(),
                message.substring(0, said),
                remedy,
                Html.link("/contacts", "Back to the contacts"));
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(Layout.page(request, "This is not for you", List.of(told)));
    }

    /** The library's own message: it holds no personal data. */
    private static String message(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith(CODE) && message.contains(":")) {
                return message;
            }
        }
        throw failure;
    }
}
