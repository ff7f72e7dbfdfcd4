package dev.protection.spring.console;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.spring.PurposeContexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets one role alone onto the pages, changes only where Spring Security guards against forged requests, and binds the
 * context of the work: whoever is signed in, the purpose of the console, the tenant of the person it is about.
 */
final class ConsoleGate implements HandlerInterceptor {
    private static final String SCOPE = ConsoleGate.class.getName();
    private static final String TENANT = "tenant";

    private final String role;
    private final String purpose;
    private final PurposeContexts contexts;
    private final ApplicationEventPublisher events;

    ConsoleGate(String role, String purpose, PurposeContexts contexts, ApplicationEventPublisher events) {
        this.role = role;
        this.purpose = purpose;
        this.contexts = contexts;
        this.events = events;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method.getBeanType())) {
            return true;
        }
        if (!mayEnter(request) || !isGuarded(request)) {
            tell(request);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        contexts.forPurpose(purpose)
                .map(found -> within(found, request))
                .ifPresent(found -> request.setAttribute(SCOPE, found.open()));
        return true;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getPackageName().equals(ConsoleGate.class.getPackageName());
    }

    private boolean mayEnter(HttpServletRequest request) {
        return request.getUserPrincipal() != null && request.isUserInRole(role);
    }

    /** As Spring Security tells it of what it refuses itself; the detectors listen. */
    private void tell(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication) {
            events.publishEvent(
                    new AuthorizationDeniedEvent<>(() -> authentication, request, new AuthorizationDecision(false)));
        }
    }

    /** The filter that checks the token of a change leaves it with the request; without the filter nothing is changed. */
    private static boolean isGuarded(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                || "HEAD".equals(request.getMethod())
                || request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken;
    }

    private static ProtectionContext within(ProtectionContext found, HttpServletRequest request) {
        Optional<TenantId> named =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        ? Optional.ofNullable(variables.get(TENANT))
                                .map(Object::toString)
                                .map(TenantId::of)
                        : Optional.empty();
        return named.map(tenant -> new ProtectionContext(found.actor(), found.purpose(), tenant, found.correlationId()))
                .orElse(found);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(SCOPE) instanceof Scope scope) {
            request.removeAttribute(SCOPE);
            scope.close();
        }
    }
}
