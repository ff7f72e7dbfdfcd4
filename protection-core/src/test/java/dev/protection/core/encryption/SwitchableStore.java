package dev.protection.core.encryption;

import dev.protection.StoreUnavailableException;
import dev.protection.encryption.WrappedKeyStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts a switch and a counter before a real store. */
final class SwitchableStore {
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final WrappedKeyStore store;
    private volatile boolean down;
    private volatile Runnable before = () -> {};

    SwitchableStore(WrappedKeyStore inner) {
        this.store = (WrappedKeyStore) Proxy.newProxyInstance(
                WrappedKeyStore.class.getClassLoader(),
                new Class<?>[] {WrappedKeyStore.class},
                (self, method, args) -> {
                    if (down) {
                        throw new StoreUnavailableException("key store", new IOException("connection refused"));
                    }
                    before.run();
                    calls.computeIfAbsent(method.getName(), name -> new AtomicInteger())
                            .incrementAndGet();
                    try {
                        return method.invoke(inner, args);
                    } catch (InvocationTargetException failed) {
                        throw failed.getTargetException();
                    }
                });
    }

    WrappedKeyStore store() {
        return store;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    void beforeEach(Runnable action) {
        before = action;
    }

    int calls(String method) {
        return calls.getOrDefault(method, new AtomicInteger()).get();
    }

    int calls() {
        return calls.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}
