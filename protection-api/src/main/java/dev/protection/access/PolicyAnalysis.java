package dev.protection.access;

import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.access.PolicyFinding.Kind;
import dev.protection.lawfulness.ControllerInstruction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what most likely is not meant in a policy that is valid under a declaration. */
final class PolicyAnalysis {
    private final DataMap map;
    private final Policy policy;
    private final List<PolicyFinding> findings = new ArrayList<>();

    PolicyAnalysis(DataMap map, Policy policy) {
        this.map = map;
        this.policy = policy;
    }

    List<PolicyFinding> findings() {
        policy.roles().forEach((role, grants) -> {
            for (int i = 0; i < grants.size(); i++) {
                grant(role, i, grants);
            }
        });
        for (int i = 0; i < policy.forbids().size(); i++) {
            forbid("forbid[" + i + "]", policy.forbids().get(i));
        }
        policy.masks().forEach((category, masks) -> masks.keySet().forEach(purpose -> mask(category, purpose)));
        policy.mandates().all().stream()
                .flatMap(mandate -> mandate.instructions().stream())
                .forEach(this::instruction);
        return List.copyOf(findings);
    }

    private void grant(String role, int position, List<Grant> grants) {
        Grant grant = grants.get(position);
        String place = new GrantId(role, position).toString();
        if (!isReachable(grant)) {
            add(Kind.UNREACHABLE_GRANT, place, "concerns no dataset that is held for one of its purposes");
        }
        for (int i = 0; i < grants.size(); i++) {
            boolean twin = covers(grants.get(i), grant) && covers(grant, grants.get(i));
            if (i != position && covers(grants.get(i), grant) && (!twin || i < position)) {
                add(Kind.DEAD_GRANT, place, "adds nothing to " + new GrantId(role, i));
                break;
            }
        }
        TreeSet<String> unneeded = new TreeSet<>(grant.categories());
        grant.purposes().forEach(purpose -> unneeded.removeIf(category -> isShown(category, purpose)));
        if (!unneeded.isEmpty()) {
            add(Kind.GRANT_WIDER_THAN_PURPOSE, place, "opens what none of its purposes needs: " + unneeded);
        }
        closedBy(role, grant)
                .ifPresent(number -> add(Kind.CONTRADICTION, place, "is closed as a whole by forbid[" + number + "]"));
    }

    private boolean isShown(String category, String purpose) {
        return Objects.requireNonNull(map.purposes().get(purpose)).categories().contains(category)
                || policy.masks().getOrDefault(category, Map.of()).containsKey(purpose);
    }

    private boolean isReachable(Grant grant) {
        return concerned(grant.datasets())
                .anyMatch(dataset -> !Collections.disjoint(dataset.purposes(), grant.purposes()));
    }

    private Stream<Dataset> concerned(Collection<String> names) {
        return map.datasets().values().stream().filter(dataset -> names.isEmpty() || names.contains(dataset.name()));
    }

    private static boolean covers(Grant wide, Grant narrow) {
        return wide.actions().containsAll(narrow.actions())
                && wide.purposes().containsAll(narrow.purposes())
                && wide.categories().containsAll(narrow.categories())
                && all(wide.datasets(), narrow.datasets())
                && wide.tenants().covers(narrow.tenants())
                && (wide.conditions().equals(Conditions.NONE)
                        || wide.conditions().equals(narrow.conditions()));
    }

    /** Of two lists in which no name stands for every one. */
    private static boolean all(Collection<String> wide, Collection<String> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private Optional<Integer> closedBy(String role, Grant grant) {
        for (int i = 0; i < policy.forbids().size(); i++) {
            Forbid forbid = policy.forbids().get(i);
            boolean whole = concerns(forbid, role)
                    && forbid.actions().containsAll(grant.actions())
                    && (forbid.purposes().isEmpty() || forbid.purposes().containsAll(grant.purposes()))
                    && all(forbid.datasets(), grant.datasets())
                    && forbid.categories().isEmpty();
            if (whole) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean concerns(Forbid forbid, String role) {
        return forbid.roles().isEmpty() || forbid.roles().contains(role);
    }

    // An actor may have a forbid's role and another role's grant, so every role's grants count.
    private void forbid(String place, Forbid forbid) {
        boolean closes =
                policy.roles().values().stream().flatMap(Collection::stream).anyMatch(grant -> meets(forbid, grant));
        if (!closes) {
            add(Kind.DEAD_FORBID, place, "closes nothing that a grant opens");
        }
    }

    private static boolean meets(Forbid forbid, Grant grant) {
        return !Collections.disjoint(forbid.actions(), grant.actions())
                && some(forbid.purposes(), grant.purposes())
                && some(forbid.categories(), grant.categories())
                && (grant.datasets().isEmpty() || some(forbid.datasets(), grant.datasets()));
    }

    private static boolean some(Collection<String> anyIfEmpty, Collection<String> names) {
        return anyIfEmpty.isEmpty() || !Collections.disjoint(anyIfEmpty, names);
    }

    private void mask(String category, String purpose) {
        boolean concerned = map.datasets().values().stream()
                .filter(dataset -> dataset.purposes().contains(purpose))
                .flatMap(dataset -> dataset.fields().values().stream())
                .anyMatch(field -> field.category().equals(category));
        if (!concerned) {
            add(Kind.DEAD_MASK, "masks." + category + "." + purpose, "concerns no field that is held for the purpose");
        }
    }

    private void instruction(ControllerInstruction given) {
        for (String name : given.purposes()) {
            TreeSet<String> others = new TreeSet<>(
                    Objects.requireNonNull(map.purposes().get(name)).recipients());
            others.removeAll(given.recipients());
            if (!others.isEmpty()) {
                add(
                        Kind.RECIPIENT_NOT_INSTRUCTED,
                        "purposes." + name + ".recipients",
                        "has whom the instruction '" + given.name() + "' does not name: " + others);
            }
        }
    }

    private void add(Kind kind, String place, String sentence) {
        findings.add(new PolicyFinding(kind, place, sentence));
    }
}
