package dev.protection;

import org.jspecify.annotations.Nullable;

/** The thread's stack of contexts. A plain thread-local: a context must not be inherited by a thread that it starts. */
final class ContextBinding implements Scope {
    private static final ThreadLocal<@Nullable ContextBinding> TOP = new ThreadLocal<>();

    private final @Nullable ProtectionContext context;
    private final @Nullable ContextBinding below;
    private boolean closed;

    private ContextBinding(@Nullable ProtectionContext context, @Nullable ContextBinding below) {
        this.context = context;
        this.below = below;
    }

    static @Nullable ProtectionContext current() {
        ContextBinding top = TOP.get();
        return top == null ? null : top.context;
    }

    static Scope open(@Nullable ProtectionContext context) {
        ContextBinding binding = new ContextBinding(context, TOP.get());
        TOP.set(binding);
        return binding;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (TOP.get() != this && !(context == null && isOpen())) {
            throw new IllegalStateException(
                    "scopes close in the reverse order of opening, on the thread that opened them");
        }
        closed = true;
        if (below == null) {
            TOP.remove();
        } else {
            TOP.set(below);
        }
    }

    private boolean isOpen() {
        for (ContextBinding each = TOP.get(); each != null; each = each.below) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }
}
