package dev.protection.core.config;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import java.util.List;
import java.util.Map;

/** A password as written in a configuration: itself, or {@code env:NAME} for an environment variable; never printed. */
public final class Secret {
    private static final String ENVIRONMENT = "env:";

    private final String place;
    private final String written;

    Secret(String place, String written) {
        this.place = place;
        this.written = written;
    }

    /**
     * Returns the password itself. The caller keeps it out of logs and messages.
     *
     * @param environment the variables, usually {@link System#getenv()}
     * @return the password
     * @throws ConfigurationException when the variable it names is not set
     */
    public String reveal(Map<String, String> environment) {
        if (!inEnvironment()) {
            return written;
        }
        String name = written.substring(ENVIRONMENT.length());
        String value = environment.get(name);
        if (value == null) {
            throw new ConfigurationException(
                    List.of(new Problem(place, "the environment variable '" + name + "' is not set")));
        }
        return value;
    }

    /**
     * Tells whether the file only names a variable.
     *
     * @return false when the password itself stands in the file
     */
    public boolean inEnvironment() {
        return written.startsWith(ENVIRONMENT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && written.equals(secret.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
