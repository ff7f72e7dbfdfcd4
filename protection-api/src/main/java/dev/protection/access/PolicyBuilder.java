package dev.protection.access;

import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Declares a {@link Policy}. Not for use by several threads. */
public final class PolicyBuilder {
    private final Map<String, List<Grant>> roles = new LinkedHashMap<>();
    private BulkThreshold bulk = BulkThreshold.DEFAULT;

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
     * Returns everything wrong with what was declared so far.
     *
     * @param words the words that grants may use
     * @return all problems; empty for a valid policy
     */
    public List<Problem> problems(PolicyWords words) {
        return new PolicyValidation(words).problems(roles);
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
        return new Policy(roles, bulk);
    }
}
