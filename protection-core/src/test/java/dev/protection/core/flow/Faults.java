package dev.protection.core.flow;

import dev.protection.StoreUnavailableException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Stands between the flows and their stores, and fails once: before or after the n-th change. */
final class Faults {
    private static final Set<String> CHANGES = Set.of(
            "putIfAbsent", "commit", "append", "update", "place", "release", "forget", "destroy", "erase", "accept");

    private int left;
    private boolean after;
    private int seen;

    void failAt(int change, boolean afterIt) {
        left = change;
        after = afterIt;
    }

    int seen() {
        return seen;
    }

    boolean hasFailed() {
        return left <= 0;
    }

    <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean change = CHANGES.contains(method.getName());
                    if (change) {
                        seen++;
                        left--;
                    }
                    boolean now = change && left == 0;
                    if (now && !after) {
                        throw killed();
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        if (now) {
                            throw killed();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static StoreUnavailableException killed() {
        return new StoreUnavailableException("store", new IOException("cut off by the test"));
    }
}
