package dev.protection.access;

/** Where the policy comes from: the configuration file, a builder, or the host's own store. */
@FunctionalInterface
public interface PolicySource {
    /**
     * Returns the policy that is to be in force now. Called at the start and at each reload, by any thread; when it
     * throws at a reload, the policy in force stays in force.
     *
     * @return a validated policy
     * @throws dev.protection.ConfigurationException when what was found is not a valid policy
     * @throws dev.protection.StoreUnavailableException when it could not be read
     */
    Policy load();
}
