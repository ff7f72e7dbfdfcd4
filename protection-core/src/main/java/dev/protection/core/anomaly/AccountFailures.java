package dev.protection.core.anomaly;

import dev.protection.anomaly.KeyedHash;
import dev.protection.anomaly.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Failed sign-ins of one account, and the devices it is known to use. */
final class AccountFailures {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int DEVICES = 8;

    private final Window strangers = new Window(WINDOW);
    private final Deque<KeyedHash> devices = new ArrayDeque<>(2);

    /** A device becomes known by a success, the least recently used making room. */
    void succeeded(Origin origin) {
        origin.device().ifPresent(device -> {
            devices.remove(device);
            devices.addFirst(device);
            if (devices.size() > DEVICES) {
                devices.removeLast();
            }
        });
    }

    boolean knows(Origin origin) {
        return origin.device().isPresent() && devices.contains(origin.device().get());
    }

    long failed(Instant at) {
        return strangers.add(at, 1);
    }
}
