package dev.protection.access;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Problem;
import dev.protection.lawfulness.Mandates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Declares a {@link Policy}. Not for use by several threads. */
public final class PolicyBuilder {
    final Map<String, List<Grant>> roles = new LinkedHashMap<>();
    final List<Forbid> forbids = new ArrayList<>();
    final Map<String, Map<String, Mask>> masks = new LinkedHashMap<>();
    BulkThreshold bulk = BulkThreshold.DEFAULT;
    Mandates mandates = Mandates.OWN;
    final List<SortedSet<String>> separations = new ArrayList<>();

    PolicyBuilder() {}

    /**
     * Adds a role, or grants to a role.
     *
     * @param name the name by which contexts name the role
     * @param grants what it may do; none for a role that is known and may do nothing
     * @return this builder
     */
    public PolicyBuilder role(String name, Grant... grants) {
        roles.computeIfAbsent(name, role -> new ArrayList<>()).addAll(Arrays.asList(grants));
        return this;
    }

    /**
     * Adds what is forbidden whatever grants say.
     *
     * @param rules the rules
     * @return this builder
     */
    public PolicyBuilder forbid(Forbid... rules) {
        forbids.addAll(Arrays.asList(rules));
        return this;
    }

    /**
     * Says what is shown of a category under a purpose, in place of the values; instead of {@link Mask#REDACTED} where
     * the purpose does not need the category, and also where it does.
     *
     * @param category the name of a category
     * @param purpose the name of a purpose
     * @param mask what is shown
     * @return this builder
     */
    public PolicyBuilder mask(String category, String purpose, Mask mask) {
        masks.computeIfAbsent(category, none -> new LinkedHashMap<>()).put(purpose, mask);
        return this;
    }

    /**
     * Says from how many persons on reading is copying.
     *
     * @param threshold the threshold
     * @return this builder
     */
    public PolicyBuilder bulk(BulkThreshold threshold) {
        this.bulk = threshold;
        return this;
    }

    /**
     * Separates duties: an actor that has two of these roles has neither's grants, nor any other's.
     *
     * @param names the names of at least two roles
     * @return this builder
     */
    public PolicyBuilder separate(String... names) {
        separations.add(new TreeSet<>(Arrays.asList(names)));
        return this;
    }

    /**
     * Says on what footing the data of each controller is processed (Art. 28 GDPR); for a processor, an action is
     * permitted only under an instruction.
     *
     * @param all by controller
     * @return this builder
     */
    public PolicyBuilder mandates(Mandates all) {
        this.mandates = all;
        return this;
    }

    /**
     * Returns everything wrong with what was declared so far.
     *
     * @param words the words that grants may use
     * @return all problems; empty for a valid policy
     */
    public List<Problem> problems(PolicyWords words) {
        return new PolicyValidation(words).problems(roles, forbids, masks, mandates, separations);
    }

    /**
     * Returns the policy.
     *
     * @param map the declaration whose words the grants use
     * @return a validated policy
     * @throws ConfigurationException naming every problem found
     */
    public Policy build(DataMap map) {
        List<Problem> found = problems(PolicyWords.of(map));
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
        return new Policy(this);
    }
}
