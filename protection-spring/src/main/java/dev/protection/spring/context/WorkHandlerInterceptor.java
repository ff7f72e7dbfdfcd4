package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

/** Binds the context of a controller's work until its response is rendered, since views may still load data. */
final class WorkHandlerInterceptor implements AsyncHandlerInterceptor {
    private static final String SCOPE = WorkHandlerInterceptor.class.getName();

    private final WorkKinds kinds;
    private final WorkContexts contexts;

    WorkHandlerInterceptor(WorkKinds kinds, WorkContexts contexts) {
        this.kinds = kinds;
        this.contexts = contexts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Class<?> type = AopUtils.getTargetClass(
                    method.getBean() instanceof String ? method.getBeanType() : method.getBean());
            kinds.of(method.getMethod(), type).flatMap(contexts::of).ifPresent(context -> bind(request, context));
        }
        return true;
    }

    private static void bind(HttpServletRequest request, ProtectionContext context) {
        request.setAttribute(SCOPE, context.open());
    }

    /** Another thread goes on with the request; this one is somebody else's now. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        end(request);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        end(request);
    }

    private static void end(HttpServletRequest request) {
        Optional.ofNullable((Scope) request.getAttribute(SCOPE)).ifPresent(scope -> {
            request.removeAttribute(SCOPE);
            scope.close();
        });
    }
}
