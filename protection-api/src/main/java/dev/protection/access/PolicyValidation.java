package dev.protection.access;

import dev.protection.Action;
import dev.protection.NearestWord;
import dev.protection.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold within a {@link Policy}; finds all problems, not just the first. */
final class PolicyValidation {
    private final PolicyWords words;
    private final List<Problem> problems = new ArrayList<>();

    PolicyValidation(PolicyWords words) {
        this.words = words;
    }

    List<Problem> problems(Map<String, List<Grant>> roles, List<Forbid> forbids, Map<String, Map<String, Mask>> masks) {
        roles.forEach(this::role);
        for (int i = 0; i < forbids.size(); i++) {
            forbid("forbid[" + i + "]", forbids.get(i), roles.keySet());
        }
        masks.forEach(this::masks);
        return problems;
    }

    private void forbid(String place, Forbid forbid, Set<String> roles) {
        present(place + ".actions", forbid.actions(), "say what is forbidden");
        known(place + ".roles", "role", forbid.roles(), roles);
        known(place + ".for", "purpose", forbid.purposes(), words.purposes());
        known(place + ".categories", "category", forbid.categories(), words.categories());
        known(place + ".datasets", "dataset", forbid.datasets(), words.datasets());
    }

    private void masks(String category, Map<String, Mask> byPurpose) {
        known("masks", "category", List.of(category), words.categories());
        known("masks." + category, "purpose", byPurpose.keySet(), words.purposes());
    }

    private void role(String name, List<Grant> grants) {
        if (name.isBlank()) {
            problems.add(new Problem("roles", "a role has a name"));
        }
        for (int i = 0; i < grants.size(); i++) {
            grant(grants.size() == 1 ? "roles." + name : new GrantId(name, i).toString(), grants.get(i));
        }
    }

    private void grant(String place, Grant grant) {
        present(place + ".allow", grant.actions(), "say what the role may do");
        present(place + ".for", grant.purposes(), "say for which purposes");
        if (!grant.actions().equals(Set.of(Action.DELETE))) {
            present(place + ".categories", grant.categories(), "say which categories it opens");
        }
        known(place + ".for", "purpose", grant.purposes(), words.purposes());
        known(place + ".categories", "category", grant.categories(), words.categories());
        known(place + ".datasets", "dataset", grant.datasets(), words.datasets());
    }

    private void present(String place, Collection<?> parts, String remedy) {
        if (parts.isEmpty()) {
            problems.add(new Problem(place, "is missing: " + remedy));
        }
    }

    private void known(String place, String kind, Collection<String> used, Set<String> known) {
        for (String word : used) {
            if (!known.contains(word)) {
                problems.add(new Problem(
                        place, "names the unknown " + kind + " '" + word + "'" + NearestWord.hint(word, known)));
            }
        }
    }
}
