package dev.protection.spring.context;

import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.spring.NamedContexts;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Carries the context to the thread that goes on with the work: over {@code @Async}, task executors, virtual threads and
 * Reactor's bridges to blocking code. Found by {@link java.util.ServiceLoader}.
 */
public final class ProtectionContextAccessor implements ThreadLocalAccessor<ProtectionContext> {
    // One loan for each value set, so that what is restored is what was there, and nothing stays on a lent thread.
    private static final ThreadLocal<@Nullable Deque<Scope>> LOANS = new ThreadLocal<>();

    /** For the service loader. */
    public ProtectionContextAccessor() {}

    @Override
    public Object key() {
        return ProtectionContext.class.getName();
    }

    @Override
    public @Nullable ProtectionContext getValue() {
        return ProtectionContext.current()
                .filter(ProtectionContextAccessor::isCarried)
                .orElse(null);
    }

    /** What is scheduled while the application starts must not run for ever in the name of its start. */
    private static boolean isCarried(ProtectionContext context) {
        return !NamedContexts.STARTUP.equals(context.actor().attributes().get(DeclaredContexts.NAME));
    }

    @Override
    public void setValue(ProtectionContext value) {
        lend();
        // Ends with the loan.
        value.open();
    }

    @Override
    public void setValue() {
        lend();
    }

    @Override
    public void restore(ProtectionContext before) {
        restore();
    }

    @Override
    public void restore() {
        Deque<Scope> loans = LOANS.get();
        if (loans != null) {
            loans.pop().close();
            if (loans.isEmpty()) {
                LOANS.remove();
            }
        }
    }

    private static void lend() {
        Deque<Scope> loans = LOANS.get();
        if (loans == null) {
            loans = new ArrayDeque<>();
            LOANS.set(loans);
        }
        loans.push(ProtectionContext.none());
    }
}
