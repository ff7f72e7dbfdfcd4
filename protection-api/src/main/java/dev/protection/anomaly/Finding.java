package dev.protection.anomaly;

import dev.protection.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something unusual, explained: one per episode. Names actors by their ids and sources by keyed hashes, never addresses.
 *
 * @param id stable; the same episode has the same id on every node and after a restart
 * @param rule the rule that fired
 * @param tenant in whose tenant
 * @param who the account; for {@link FindingRule#BRUTE_FORCE_SOURCE} the keyed hash of the source
 * @param firstAt when it was first noticed
 * @param lastAt when it was last noticed
 * @param count how many events fired the rule in this episode
 * @param facts what was seen, by name
 * @param normal what would have been normal, in words
 * @param withdrawn why it turned out to be nothing; empty while it stands
 */
public record Finding(
        String id,
        FindingRule rule,
        TenantId tenant,
        String who,
        Instant firstAt,
        Instant lastAt,
        long count,
        SortedMap<String, String> facts,
        String normal,
        Optional<String> withdrawn) {
    /**
     * Copies the parts.
     *
     * @param id stable
     * @param rule the rule
     * @param tenant in whose tenant
     * @param who the account or source
     * @param firstAt when first noticed
     * @param lastAt when last noticed
     * @param count how many events
     * @param facts what was seen
     * @param normal what would have been normal
     * @param withdrawn why it turned out to be nothing
     */
    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(firstAt, "firstAt");
        Objects.requireNonNull(lastAt, "lastAt");
        Objects.requireNonNull(normal, "normal");
        Objects.requireNonNull(withdrawn, "withdrawn");
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /**
     * Returns this finding after one more event of the same episode.
     *
     * @param at when it happened; may be earlier than the last
     * @param seen what was seen by then
     * @return a copy
     */
    public Finding again(Instant at, Map<String, String> seen) {
        Instant last = at.isAfter(lastAt) ? at : lastAt;
        return new Finding(id, rule, tenant, who, firstAt, last, count + 1, new TreeMap<>(seen), normal, withdrawn);
    }

    /**
     * Returns this finding as one that turned out to be nothing.
     *
     * @param reason why
     * @return a copy
     */
    public Finding withdraw(String reason) {
        return new Finding(id, rule, tenant, who, firstAt, lastAt, count, facts, normal, Optional.of(reason));
    }

    /**
     * Returns the finding as a sentence.
     *
     * @return rule, facts, the normal, and where it is documented
     */
    public String inWords() {
        return rule + " in tenant " + tenant + ": " + rule.inWords() + ". Who: " + who + ". Seen: " + facts
                + ". Normal: " + normal + ". See " + rule.documentation() + ".";
    }
}
