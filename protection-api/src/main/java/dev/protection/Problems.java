package dev.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects what is wrong with a declaration. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    List<Problem> found() {
        return List.copyOf(found);
    }

    void report(String place, String message) {
        found.add(new Problem(place, message));
    }

    void known(String place, String what, String name, Collection<String> names) {
        if (!names.contains(name)) {
            report(place, "unknown " + what + " '" + name + "'" + NearestWord.hint(name, names));
        }
    }
}
