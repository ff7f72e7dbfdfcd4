package dev.protection.core.measures;

import dev.protection.Action;
import dev.protection.Actor;
import dev.protection.DataMap;
import dev.protection.ProtectionContext;
import dev.protection.Scope;
import dev.protection.TenantId;
import dev.protection.access.Access;
import dev.protection.access.AccessDeniedException;
import dev.protection.access.RowFilter;
import dev.protection.access.UnknownPurposeException;
import dev.protection.measures.Control;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Asks the decisions themselves, as somebody who may do nothing. */
record AccessProbe(Control control, DataMap map, Access access, Stranger stranger) implements Probe {
    private static final TenantId NOWHERE = TenantId.of("nowhere");

    /** Who asks, and why. */
    interface Stranger {
        String purpose(DataMap map);
    }

    static Probe ofRights(DataMap map, Access access) {
        return new AccessProbe(
                Control.ACCESS_CONTROL,
                map,
                access,
                declared -> declared.purposes().keySet().stream().findFirst().orElse("none"));
    }

    static Probe ofPurposes(DataMap map, Access access) {
        return new AccessProbe(Control.PURPOSE_LIMITATION, map, access, declared -> {
            String name = "undeclared";
            while (declared.purposes().containsKey(name)) {
                name += "-";
            }
            return name;
        });
    }

    @Override
    public Reading measure() {
        if (map.datasets().isEmpty()) {
            return Reading.absent("no dataset is declared");
        }
        Actor nobody = new Actor("measures", Set.of(), Set.of(), Map.of());
        long admitted;
        try (Scope scope =
                ProtectionContext.of(nobody, stranger.purpose(map), NOWHERE).open()) {
            admitted = map.datasets().keySet().stream().filter(this::admits).count();
        }
        Map<String, String> facts = Map.of(
                "datasets-asked", Integer.toString(map.datasets().size()), "datasets-open", Long.toString(admitted));
        return admitted == 0
                ? Reading.holds(facts)
                : Reading.fails(facts, "somebody without a right was admitted to a dataset");
    }

    private boolean admits(String dataset) {
        return Arrays.stream(Action.values()).anyMatch(action -> admits(action, dataset));
    }

    private boolean admits(Action action, String dataset) {
        try {
            return !(access.filter(action, dataset) instanceof RowFilter.None);
        } catch (AccessDeniedException | UnknownPurposeException refused) {
            return false; // as it should be
        }
    }
}
