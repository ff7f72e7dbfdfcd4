package dev.protection.core.anomaly;

import dev.protection.TenantId;
import dev.protection.anomaly.FindingRule;
import java.util.Map;

/**
 * One event that fired a rule.
 *
 * @param rule the rule
 * @param tenant in whose tenant
 * @param who the account or the hash of the source
 * @param facts what was seen
 * @param normal what would have been normal
 */
record Signal(FindingRule rule, TenantId tenant, String who, Map<String, String> facts, String normal) {}
