package dev.protection.spring.security;

import dev.protection.anomaly.Anomaly;
import dev.protection.anomaly.Origin;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where work comes from, as far as a web request says it. */
final class Origins {
    private static final boolean WEB = ClassUtils.isPresent(
                    "org.springframework.security.web.authentication.WebAuthenticationDetails",
                    Origins.class.getClassLoader())
            && ClassUtils.isPresent("jakarta.servlet.http.HttpSession", Origins.class.getClassLoader());

    private Origins() {}

    static Origin of(Anomaly anomaly, @Nullable Object details) {
        String address = WEB && details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return anomaly.origin(address == null ? "" : address, Optional.empty());
    }

    /** The id of the session in hand. */
    static Optional<String> session(@Nullable Object details) {
        return WEB && details instanceof WebAuthenticationDetails ? Current.session() : Optional.empty();
    }

    /** Apart, so that it is loaded with the servlet API alone. */
    private static final class Current {
        static Optional<String> session() {
            return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                    ? Optional.ofNullable(attributes.getRequest().getSession(false))
                            .map(HttpSession::getId)
                    : Optional.empty();
        }
    }
}
