package dev.protection.access;

import dev.protection.Action;
import dev.protection.NearestWord;
import dev.protection.Problem;
import dev.protection.lawfulness.Capacity;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What must hold within a {@link Policy}; finds all problems, not just the first. */
final class PolicyValidation {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PolicyWords words;
    private final List<Problem> problems = new ArrayList<>();

    PolicyValidation(PolicyWords words) {
        this.words = words;
    }

    List<Problem> problems(
            Map<String, List<Grant>> roles,
            List<Forbid> forbids,
            Map<String, Map<String, Mask>> masks,
            Mandates mandates,
            List<? extends Set<String>> separations) {
        roles.forEach(this::role);
        for (int i = 0; i < forbids.size(); i++) {
            forbid("forbid[" + i + "]", forbids.get(i), roles.keySet());
        }
        masks.forEach(this::masks);
        for (int i = 0; i < separations.size(); i++) {
            String place = "separate[" + i + "].roles";
            known(place, "role", separations.get(i), roles.keySet());
            if (separations.get(i).size() < 2) {
                problems.add(new Problem(place, "names fewer than two roles: there is nothing to separate"));
            }
        }
        mandates.named().forEach((controller, mandate) -> mandate("controllers." + controller, mandate));
        mandate("controllers.*", mandates.others());
        return problems;
    }

    private void mandate(String place, Mandate mandate) {
        if (mandate.capacity() != Capacity.PROCESSOR && !mandate.instructions().isEmpty()) {
            problems.add(new Problem(place + ".instructions", "are for a processor alone (Art. 28(3) GDPR)"));
        }
        for (int i = 0; i < mandate.instructions().size(); i++) {
            instruction(
                    place + ".instructions[" + i + "]", mandate.instructions().get(i));
        }
    }

    private void instruction(String place, ControllerInstruction instruction) {
        present(place + ".operations", instruction.operations(), "say what may be done");
        present(place + ".for", instruction.purposes(), "say for which purposes");
        known(place + ".for", "purpose", instruction.purposes(), words.purposes());
        known(place + ".categories", "category", instruction.categories(), words.categories());
        if (!instruction.document().matches("[0-9a-f]{64}")) {
            problems.add(
                    new Problem(place + ".document", "must be the SHA-256 of the document, 64 hexadecimal digits"));
        }
        for (String country : instruction.countries()) {
            if (!COUNTRIES.contains(country)) {
                problems.add(new Problem(
                        place + ".countries",
                        "names the unknown country '" + country + "': write two letters of ISO 3166-1, such as FI"));
            }
        }
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
