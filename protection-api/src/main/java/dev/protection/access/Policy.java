package dev.protection.access;

import dev.protection.DataMap;
import dev.protection.Problem;
import dev.protection.lawfulness.Mandates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may do what: roles with their grants, what is forbidden whatever they grant, what is masked, the bulk
 * threshold, and what controllers instruct. Immutable; validated against the data map when built. Who has which role is not said here: it comes with the {@link dev.protection.ProtectionContext}.
 *
 * <p>Two policies that grant the same to the same roles in the same order are equal.
 */
public final class Policy {
    private final Map<String, List<Grant>> roles;
    private final List<Forbid> forbids;
    private final Map<String, Map<String, Mask>> masks;
    private final BulkThreshold bulk;
    private final Mandates mandates;
    private final List<SortedSet<String>> separations;

    Policy(PolicyBuilder declared) {
        Map<String, List<Grant>> copy = new LinkedHashMap<>();
        declared.roles.forEach((role, grants) -> copy.put(role, List.copyOf(grants)));
        this.roles = Collections.unmodifiableMap(copy);
        this.forbids = List.copyOf(declared.forbids);
        Map<String, Map<String, Mask>> shown = new TreeMap<>();
        declared.masks.forEach(
                (category, byPurpose) -> shown.put(category, Collections.unmodifiableMap(new TreeMap<>(byPurpose))));
        this.masks = Collections.unmodifiableMap(shown);
        this.bulk = declared.bulk;
        this.mandates = declared.mandates;
        List<SortedSet<String>> apart = new ArrayList<>();
        declared.separations.forEach(names -> apart.add(Collections.unmodifiableSortedSet(new TreeSet<>(names))));
        this.separations = List.copyOf(apart);
    }

    /**
     * Starts a policy.
     *
     * @return a builder, without roles: it refuses everything
     */
    public static PolicyBuilder builder() {
        return new PolicyBuilder();
    }

    /**
     * Returns the grants.
     *
     * @return by role, in the order of declaration
     */
    public Map<String, List<Grant>> roles() {
        return roles;
    }

    /**
     * Returns what is forbidden whatever grants say.
     *
     * @return in the order of declaration
     */
    public List<Forbid> forbids() {
        return forbids;
    }

    /**
     * Returns what is shown in place of values, where it is not for the purpose alone to say.
     *
     * @return by the names of category and purpose
     */
    public Map<String, Map<String, Mask>> masks() {
        return masks;
    }

    /**
     * Returns from how many persons on reading is copying.
     *
     * @return the threshold
     */
    public BulkThreshold bulk() {
        return bulk;
    }

    /**
     * Returns on what footing the data of each controller is processed.
     *
     * @return by controller
     */
    public Mandates mandates() {
        return mandates;
    }

    /**
     * Returns the roles of which nobody may have two.
     *
     * @return in the order of declaration
     */
    public List<SortedSet<String>> separations() {
        return separations;
    }

    /**
     * Returns everything wrong with this policy under some declaration, not necessarily the one it was built for.
     *
     * @param words the words that grants may use
     * @return all problems; empty for a valid policy
     */
    public List<Problem> problems(PolicyWords words) {
        return new PolicyValidation(words).problems(roles, forbids, masks, mandates, separations);
    }

    /**
     * Returns what most likely is not meant: rules without effect, contradictions, grants wider than their purposes need.
     * Every one of them is valid and decided by as it stands.
     *
     * @param map the declaration that the policy fits
     * @return the findings, in the order of the rules
     */
    public List<PolicyFinding> findings(DataMap map) {
        return new PolicyAnalysis(map, this).findings();
    }

    /**
     * Returns a hash over everything granted, independent of the order of roles.
     *
     * @return SHA-256 in lower-case hexadecimal
     */
    public String hash() {
        return PolicyHash.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy
                && roles.equals(policy.roles)
                && forbids.equals(policy.forbids)
                && masks.equals(policy.masks)
                && bulk.equals(policy.bulk)
                && mandates.equals(policy.mandates)
                && separations.equals(policy.separations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(roles, forbids, masks, bulk, mandates, separations);
    }

    @Override
    public String toString() {
        return "Policy " + hash().substring(0, 12) + " with " + roles.size() + " roles";
    }
}
