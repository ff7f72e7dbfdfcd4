package dev.protection.core.rights;

import dev.protection.rights.LedgerEpochStore;

/** An epoch for tests and first steps: it lasts as long as the process. */
public final class InMemoryLedgerEpochStore implements LedgerEpochStore {
    private Epoch epoch = Epoch.NONE;

    /** Makes a store that has seen nothing. */
    public InMemoryLedgerEpochStore() {}

    @Override
    public synchronized Epoch get() {
        return epoch;
    }

    @Override
    public synchronized void advance(Epoch seen) {
        epoch = seen.lines() > epoch.lines() ? seen : epoch;
    }
}
