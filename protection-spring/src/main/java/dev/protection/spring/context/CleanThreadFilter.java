package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lends a thread to a request: no context is there when it begins, none stays when it ends. */
final class CleanThreadFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CleanThreadFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Scope lent = ProtectionContext.none()) {
            chain.doFilter(request, response);
            if (ProtectionContext.current().isPresent()) {
                LOG.warn("A request left its ProtectionContext open; it ends with the request. Close its Scope.");
            }
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
