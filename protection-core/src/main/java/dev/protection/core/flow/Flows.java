package dev.protection.core.flow;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.encryption.CellOpener;
import dev.protection.encryption.ProtectedDataset;

/**
 * The ways data flows, for those that call them.
 *
 * @param map the declaration
 * @param contexts who acts, and why
 * @param write the protected write
 * @param read the protected read
 * @param refusals records what is refused undecided
 * @param own the transaction of hosts that store rows themselves
 * @param gate decides about requests, retention and holds
 * @param opener opens cells for a right of the person's own
 * @param guard compares the data with the erasure ledger
 */
public record Flows(
        DataMap map,
        Contexts contexts,
        ProtectedWrite write,
        ProtectedRead read,
        Refusals refusals,
        BusinessTransaction own,
        RightsGate gate,
        CellOpener opener,
        LedgerGuard guard) {
    /**
     * Joins engines into flows.
     *
     * @param engines the engines
     * @param contexts who acts, and why
     * @param guard compares the data with the erasure ledger
     * @return the flows
     */
    public static Flows of(Engines engines, Contexts contexts, LedgerGuard guard) {
        Events events = new Events(engines);
        Gate gate = new Gate(engines, events, guard);
        return new Flows(
                engines.map(),
                contexts,
                new ProtectedWrite(engines, events, gate),
                new ProtectedRead(engines, events, gate),
                new Refusals(events, contexts),
                new OwnTransaction(engines.states(), engines.audit()),
                new RightsGate(engines.map(), contexts, gate),
                new EngineCellOpener(engines.encryption()),
                guard);
    }

    /**
     * Returns a dataset for hosts that store rows themselves.
     *
     * @param dataset a declared dataset
     * @return the dataset
     */
    public ProtectedDataset dataset(Dataset dataset) {
        return new DatasetFlow(dataset, this, own);
    }

    /** Something that has flows. The façade's implementation does; hosts never see it. */
    public interface Holder {
        /**
         * Returns the flows.
         *
         * @return the flows
         */
        Flows flows();
    }
}
