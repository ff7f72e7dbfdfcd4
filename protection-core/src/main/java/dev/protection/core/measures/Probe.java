package dev.protection.core.measures;

import dev.protection.measures.Control;
import dev.protection.measures.Evidence.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measures one control. Throws what its subject throws; the engine makes of that a control that fails. */
interface Probe {
    Control control();

    Reading measure();

    /** What was read. */
    record Reading(Result result, Map<String, String> facts, String reason) {
        static Reading holds(Map<String, String> facts) {
            return new Reading(Result.HOLDS, facts, "");
        }

        static Reading absent(String reason) {
            return new Reading(Result.ABSENT, Map.of(), reason);
        }

        static Reading fails(Map<String, String> facts, String reason) {
            return new Reading(Result.FAILS, facts, reason);
        }

        /** A control over some of what it should be over. */
        static Reading share(String what, long covered, long all, String reason) {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put(what, Long.toString(covered));
            facts.put("of", Long.toString(all));
            if (covered == all) {
                return holds(facts);
            }
            return new Reading(covered == 0 ? Result.ABSENT : Result.WEAKENED, facts, reason);
        }

        /** The same reading, with something that makes a control that holds weaker. */
        Reading weakened(String by) {
            boolean lessAlready = result != Result.HOLDS;
            return lessAlready ? this : new Reading(Result.WEAKENED, facts, by);
        }
    }
}
