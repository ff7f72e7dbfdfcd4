package dev.protection.core.config;

import dev.protection.Category;
import dev.protection.NearestWord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The names that the file's sections define, for those that refer to them; a section left out refers elsewhere. */
final class Names {
    private final Optional<Set<String>> purposes;
    private final Optional<Set<String>> roles;
    private final Set<String> categories;
    private final boolean complete;

    Names(Section file) {
        this.purposes = file.keysOf("purposes");
        this.roles = file.keysOf("roles");
        this.categories = new HashSet<>(Category.standardNames());
        this.categories.addAll(file.keysOf("categories").orElse(Set.of()));
        this.complete = purposes.isPresent();
    }

    void purpose(Section section, String key, String name) {
        purposes.ifPresent(known -> known(section, key, "purpose", name, known));
    }

    void role(Section section, String key, String name) {
        roles.ifPresent(known -> known(section, key, "role", name, known));
    }

    void category(Section section, String key, String name) {
        if (complete) {
            known(section, key, "category", name, categories);
        }
    }

    private static void known(Section section, String key, String what, String name, Set<String> known) {
        if (!known.contains(name)) {
            section.problem(key, "unknown " + what + " '" + name + "'" + NearestWord.hint(name, known));
        }
    }
}
