package dev.protection.core.config;

import dev.protection.DataMap;
import dev.protection.measures.Measure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything a configuration file says, read and checked. Immutable.
 *
 * @param source the file's name, for messages
 * @param dataMap the declaration of personal data; empty when the file has none of its sections
 * @param policy who may do what
 * @param tenants where the tenants stand; empty when the file does not say
 * @param context in whose name a program acts that sets no context
 * @param rootKey the URI of the root key, such as {@code file:keys/root.json}
 * @param stores where state lives
 * @param profile how much may be defaulted
 * @param staleness how long a node may act on what another has changed; zero for checking each time
 * @param bulkThreshold how many persons an actor may open within an hour before reading counts as copying
 * @param measures the text of technical and organisational measures; empty when none is declared
 */
public record Configuration(
        String source,
        Optional<DataMap> dataMap,
        PolicyDeclaration policy,
        Optional<TenantsDeclaration> tenants,
        Optional<ContextDeclaration> context,
        Optional<String> rootKey,
        StoresDeclaration stores,
        Profile profile,
        Duration staleness,
        long bulkThreshold,
        List<Measure> measures) {
    /** The staleness when nothing is said. */
    public static final Duration DEFAULT_STALENESS = Duration.ofSeconds(5);

    /** The bulk threshold when nothing is said. */
    public static final long DEFAULT_BULK_THRESHOLD = Long.MAX_VALUE;

    /**
     * Copies the parts.
     *
     * @param source the file's name
     * @param dataMap the declaration
     * @param policy the policy
     * @param tenants the tenants
     * @param context the context
     * @param rootKey the root key's URI
     * @param stores the stores
     * @param profile the profile
     * @param staleness the staleness
     * @param bulkThreshold the threshold
     * @param measures the text of measures
     */
    public Configuration {
        measures = List.copyOf(measures);
    }

    /**
     * Returns a configuration that says nothing: everything is said in code.
     *
     * @return an empty configuration
     */
    public static Configuration empty() {
        return new Configuration(
                "the builder",
                Optional.empty(),
                PolicyDeclaration.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StoresDeclaration.NONE,
                Profile.PRODUCTION,
                DEFAULT_STALENESS,
                DEFAULT_BULK_THRESHOLD,
                List.of());
    }

    /**
     * Returns what each role may do.
     *
     * @return in the order of declaration
     */
    public List<RoleDeclaration> roles() {
        return policy.roles();
    }

    /**
     * Returns this configuration under another profile.
     *
     * @param other the profile
     * @return a copy
     */
    public Configuration withProfile(Profile other) {
        return new Configuration(
                source, dataMap, policy, tenants, context, rootKey, stores, other, staleness, bulkThreshold, measures);
    }

    Configuration with(Optional<String> otherRootKey, StoresDeclaration otherStores) {
        return new Configuration(
                source,
                dataMap,
                policy,
                tenants,
                context,
                otherRootKey,
                otherStores,
                profile,
                staleness,
                bulkThreshold,
                measures);
    }

    @Override
    public String toString() {
        return "Configuration " + source + " (" + profile + ", "
                + dataMap.map(DataMap::toString).orElse("no data map") + ")";
    }
}
