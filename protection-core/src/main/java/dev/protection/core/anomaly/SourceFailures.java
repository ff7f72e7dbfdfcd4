package dev.protection.core.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Failed sign-ins from one source: how many, and of how many accounts. */
final class SourceFailures {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int ACCOUNTS = 64;

    private final Window failures = new Window(WINDOW);
    private int[] accounts = new int[2];
    private long[] lastMillis = new long[2];
    private int used;

    long failed(Instant at, String account) {
        remember(account.hashCode(), at.toEpochMilli());
        return failures.add(at, 1);
    }

    // The account seen longest ago makes room, so that the count is of the most recent 64.
    private void remember(int account, long millis) {
        int place = 0;
        for (int i = 0; i < used; i++) {
            if (accounts[i] == account) {
                lastMillis[i] = Math.max(lastMillis[i], millis);
                return;
            }
            if (lastMillis[i] < lastMillis[place]) {
                place = i;
            }
        }
        if (used < ACCOUNTS) {
            place = used++;
            grow();
        }
        accounts[place] = account;
        lastMillis[place] = millis;
    }

    // Most sources fail for one account, so the space for many is made only when it is needed.
    private void grow() {
        if (used > accounts.length) {
            accounts = Arrays.copyOf(accounts, 2 * accounts.length);
            lastMillis = Arrays.copyOf(lastMillis, 2 * lastMillis.length);
        }
    }

    /** How many accounts failed within the window that ends now. */
    int accounts(Instant at) {
        long since = at.minus(WINDOW).toEpochMilli();
        int count = 0;
        for (int i = 0; i < used; i++) {
            if (lastMillis[i] >= since) {
                count++;
            }
        }
        return count;
    }
}
