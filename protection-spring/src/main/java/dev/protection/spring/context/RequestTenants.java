package dev.protection.spring.context;

import dev.protection.Actor;
import dev.protection.TenantId;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.TenantResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The tenant as the request says it: in its path, else in a header. The policy decides whether it may. */
final class RequestTenants implements TenantResolver {
    private static final String VARIABLE = "tenant";

    private final @Nullable String header;
    private final @Nullable PathPattern path;

    RequestTenants(ProtectionProperties.Tenant settings) {
        this.header = settings.header();
        this.path = settings.path() == null ? null : PathPatternParser.defaultInstance.parse(settings.path());
    }

    @Override
    public Optional<TenantId> resolve(Actor actor) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? resolve(attributes.getRequest())
                : Optional.empty();
    }

    private Optional<TenantId> resolve(HttpServletRequest request) {
        return inPath(request)
                .or(() -> inHeader(request))
                .filter(text -> !text.isBlank())
                .map(TenantId::of);
    }

    private Optional<String> inPath(HttpServletRequest request) {
        if (path == null) {
            return Optional.empty();
        }
        String within =
                request.getRequestURI().substring(request.getContextPath().length());
        return Optional.ofNullable(path.matchAndExtract(PathContainer.parsePath(within)))
                .map(match -> match.getUriVariables().get(VARIABLE));
    }

    private Optional<String> inHeader(HttpServletRequest request) {
        return header == null ? Optional.empty() : Optional.ofNullable(request.getHeader(header));
    }
}
