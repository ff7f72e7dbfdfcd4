package dev.protection.anomaly;

import dev.protection.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which findings to return.
 *
 * @param tenant of one tenant only
 * @param rule of one rule only
 * @param who about one account or source only
 * @param since last noticed then or later
 */
public record FindingQuery(
        Optional<TenantId> tenant, Optional<FindingRule> rule, Optional<String> who, Optional<Instant> since) {
    /**
     * Checks the parts.
     *
     * @param tenant of one tenant only
     * @param rule of one rule only
     * @param who about one account or source only
     * @param since last noticed then or later
     */
    public FindingQuery {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(since, "since");
    }

    /**
     * Returns a query for everything.
     *
     * @return the query
     */
    public static FindingQuery all() {
        return new FindingQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this query for one tenant.
     *
     * @param only the tenant
     * @return a copy
     */
    public FindingQuery tenant(TenantId only) {
        return new FindingQuery(Optional.of(only), rule, who, since);
    }

    /**
     * Returns this query for one rule.
     *
     * @param only the rule
     * @return a copy
     */
    public FindingQuery rule(FindingRule only) {
        return new FindingQuery(tenant, Optional.of(only), who, since);
    }

    /**
     * Returns this query for one account or source.
     *
     * @param only the account or source
     * @return a copy
     */
    public FindingQuery who(String only) {
        return new FindingQuery(tenant, rule, Optional.of(only), since);
    }

    /**
     * Returns this query for what was last noticed then or later.
     *
     * @param from the time
     * @return a copy
     */
    public FindingQuery since(Instant from) {
        return new FindingQuery(tenant, rule, who, Optional.of(from));
    }

    /**
     * Tells whether a finding is asked for.
     *
     * @param finding any finding
     * @return true when it meets every condition
     */
    public boolean matches(Finding finding) {
        return tenant.map(finding.tenant()::equals).orElse(true)
                && rule.map(finding.rule()::equals).orElse(true)
                && who.map(finding.who()::equals).orElse(true)
                && since.map(from -> !finding.lastAt().isBefore(from)).orElse(true);
    }
}
