package dev.protection.spring.test;

import dev.protection.Actor;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Binds the contexts of {@link WithProtectionContext}. Before transactions begin, so that all of the test is under it. */
final class ProtectionContextTestExecutionListener extends AbstractTestExecutionListener {
    private static final String SCOPE = ProtectionContextTestExecutionListener.class.getName();
    private static final int BEFORE_TRANSACTIONS = 3_900;

    /** Made by Spring. */
    ProtectionContextTestExecutionListener() {}

    @Override
    public int getOrder() {
        return BEFORE_TRANSACTIONS;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        annotation(test).ifPresent(said -> {
            Scope lent = ProtectionContext.none();
            // Ends with the loan.
            context(said).open();
            test.setAttribute(SCOPE, lent);
        });
    }

    @Override
    public void afterTestMethod(TestContext test) {
        @Nullable Object lent = test.removeAttribute(SCOPE);
        if (lent instanceof Scope scope) {
            scope.close();
        }
    }

    private static Optional<WithProtectionContext> annotation(TestContext test) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(test.getTestMethod(), WithProtectionContext.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(test.getTestClass(), WithProtectionContext.class)));
    }

    private static ProtectionContext context(WithProtectionContext said) {
        TenantId tenant = TenantId.of(said.tenant());
        Actor actor = new Actor(said.actor(), Set.of(said.roles()), Set.of(tenant), Map.of());
        return ProtectionContext.of(actor, said.purpose(), tenant);
    }
}
