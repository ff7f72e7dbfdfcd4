package dev.protection.core.access;

import dev.protection.Action;
import dev.protection.TenantId;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What controllers instruct, each footing a number, with the instructions that count at one time. Immutable. */
final class CompiledMandates {
    private final Mandates declared;
    private final List<Mandate> all;
    private final List<List<Open>> open = new ArrayList<>();

    /** An instruction as bits: of the row and of categories, as in {@link Cell#bit}. */
    private record Open(ControllerInstruction given, BitSet purposes, BitSet bits) {
        boolean covers(Action action, int purpose, int bit) {
            return given.operations().contains(action) && purposes.get(purpose) && bits.get(bit);
        }
    }

    CompiledMandates(Mandates declared, PolicyNumbers numbers, Instant now) {
        this.declared = declared;
        this.all = List.copyOf(declared.all());
        all.forEach(mandate -> open.add(mandate.instructions().stream()
                .filter(given -> given.counts(now))
                .map(given -> open(given, numbers))
                .toList()));
    }

    private static Open open(ControllerInstruction given, PolicyNumbers numbers) {
        BitSet bits = new BitSet();
        bits.set(Cell.ROW);
        numbers.categories().bits(given.categories()).stream().forEach(category -> bits.set(Cell.bit(category)));
        return new Open(given, numbers.purposes().bits(given.purposes()), bits);
    }

    /** Whether anybody's instructions are needed at all. */
    static boolean bind(Mandates declared) {
        return declared.all().stream().anyMatch(Mandate::binds);
    }

    int count() {
        return all.size();
    }

    /** The number of the footing of a controller. */
    int of(TenantId controller) {
        return all.indexOf(declared.of(controller));
    }

    /** The instruction under which something may be done; empty on a footing that needs none, and without one. */
    Optional<String> instruction(int mandate, Action action, int purpose, int bit) {
        return open.get(mandate).stream()
                .filter(given -> given.covers(action, purpose, bit))
                .map(each -> each.given().name())
                .findFirst();
    }

    boolean allows(int mandate, Action action, int purpose, int bit) {
        if (!all.get(mandate).binds()) {
            return true;
        }
        for (Open given : open.get(mandate)) {
            if (given.covers(action, purpose, bit)) {
                return true;
            }
        }
        return false;
    }

    boolean allAllow(Action action, int purpose, int bit) {
        return allowing(action, purpose, bit).cardinality() == count();
    }

    /** The numbers of the footings on which something may be done. */
    BitSet allowing(Action action, int purpose, int bit) {
        BitSet allowing = new BitSet(count());
        for (int mandate = 0; mandate < count(); mandate++) {
            allowing.set(mandate, allows(mandate, action, purpose, bit));
        }
        return allowing;
    }
}
