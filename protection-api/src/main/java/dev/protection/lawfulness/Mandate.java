package dev.protection.lawfulness;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * On what footing the data of one controller is processed.
 *
 * @param capacity as what
 * @param instructions what a processor may do; for others none
 */
public record Mandate(Capacity capacity, List<ControllerInstruction> instructions) {
    /** As the controller: nobody's instructions are needed. */
    public static final Mandate OWN = new Mandate(Capacity.CONTROLLER, List.of());

    /**
     * Copies the parts.
     *
     * @param capacity as what
     * @param instructions the instructions
     */
    public Mandate {
        Objects.requireNonNull(capacity, "capacity");
        instructions = List.copyOf(instructions);
    }

    /**
     * Returns a processor's mandate.
     *
     * @param instructions what it may do; none for nothing
     * @return the mandate
     */
    public static Mandate processor(ControllerInstruction... instructions) {
        return new Mandate(Capacity.PROCESSOR, Arrays.asList(instructions));
    }

    /**
     * Tells whether instructions are needed.
     *
     * @return true for a processor
     */
    public boolean binds() {
        return capacity == Capacity.PROCESSOR;
    }
}
