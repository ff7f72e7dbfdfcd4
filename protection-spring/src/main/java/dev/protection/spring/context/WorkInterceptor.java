package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import java.util.Optional;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;

/** Binds the context of a method's work for the time of the call. */
final class WorkInterceptor implements MethodInterceptor {
    private final WorkKinds kinds;
    private final Supplier<WorkContexts> contexts;

    WorkInterceptor(WorkKinds kinds, Supplier<WorkContexts> contexts) {
        this.kinds = kinds;
        this.contexts = contexts;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        Object target = call.getThis();
        Class<?> type = target == null ? call.getMethod().getDeclaringClass() : AopUtils.getTargetClass(target);
        Optional<ProtectionContext> context =
                kinds.of(call.getMethod(), type).flatMap(work -> contexts.get().of(work));
        if (context.isEmpty()) {
            return call.proceed();
        }
        try (Scope scope = context.get().open()) {
            return call.proceed();
        }
    }
}
