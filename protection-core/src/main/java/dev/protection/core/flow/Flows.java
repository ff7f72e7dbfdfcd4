package dev.protection.core.flow;

import dev.protection.DataMap;

/**
 * The ways data flows, for those that call them.
 *
 * @param map the declaration
 * @param contexts who acts, and why
 * @param write the protected write
 * @param read the protected read
 * @param refusals records what is refused undecided
 */
public record Flows(DataMap map, Contexts contexts, ProtectedWrite write, ProtectedRead read, Refusals refusals) {
    /**
     * Joins engines into flows.
     *
     * @param engines the engines
     * @param contexts who acts, and why
     * @return the flows
     */
    public static Flows of(Engines engines, Contexts contexts) {
        Events events = new Events(engines);
        Gate gate = new Gate(engines, events);
        return new Flows(
                engines.map(),
                contexts,
                new ProtectedWrite(engines, events, gate),
                new ProtectedRead(engines, events, gate),
                new Refusals(events, contexts));
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
