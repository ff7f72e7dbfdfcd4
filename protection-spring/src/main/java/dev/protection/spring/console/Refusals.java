package dev.protection.spring.console;

import dev.protection.MissingContextException;
import dev.protection.ProtectionException;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.UnknownPurposeException;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the library refuses on these pages, why, and what would change it. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
final class Refusals {
    private static final String REMEDY = " Remedy: ";

    private final Console console;

    Refusals(Console console) {
        this.console = console;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(HttpServletRequest request, ProtectionException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int remedy = message.lastIndexOf(REMEDY);
        String reason = message.substring(message.indexOf(':') + 1, remedy < 0 ? message.length() : remedy);
        String page = console.page(request, "Refused", Html.of("""
                        <section class="refused"><h2>Why</h2><p>{}</p><p>Code: <code>{}</code></p>
                        <h3>What would change it</h3><p>{}</p></section>
                        """, reason.strip(), refusal.code(), refusal.remedy()));
        return ResponseEntity.status(status(refusal))
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    private static HttpStatus status(ProtectionException refusal) {
        return refusal instanceof AccessDeniedException
                        || refusal instanceof MissingContextException
                        || refusal instanceof UnknownPurposeException
                ? HttpStatus.FORBIDDEN
                : HttpStatus.CONFLICT;
    }
}
