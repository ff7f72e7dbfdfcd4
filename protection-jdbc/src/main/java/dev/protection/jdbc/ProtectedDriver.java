package dev.protection.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver for {@code jdbc:protected:<original url after jdbc:>}: connections of the original driver, under
 * protection.
 *
 * <p>The configuration is named by the connection property or URL parameter {@code protection} (a path, or
 * {@code classpath:} and a resource), which the original driver never sees; else by the system property
 * {@code protection.config}; else it is {@code protection.yaml} on the class path. The protection that a connection is
 * under comes from {@code connection.unwrap(Protection.class)}. Safe for use by several threads.
 */
public final class ProtectedDriver implements Driver {
    private static final String SYSTEM_PROPERTY = "protection.config";
    private static final String DEFAULT = "classpath:protection.yaml";

    /** Drivers are made by whoever needs one, so what they share can only be kept here. */
    private static final ProtectionRegistry SHARED = new ProtectionRegistry(new ConfiguredProtection());

    static {
        try {
            DriverManager.registerDriver(new ProtectedDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ProtectionRegistry registry;

    /** Makes a driver; all of them share their protections. */
    public ProtectedDriver() {
        this(SHARED);
    }

    ProtectedDriver(ProtectionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        DriverUrl parsed = DriverUrl.parse(url);
        Properties given = properties == null ? new Properties() : properties;
        String configuration = configuration(parsed, given);
        Properties inner = without(given);
        Driver driver = InnerDriver.of(parsed);
        ProtectionRegistry.Guard guard = registry.of(configuration, parsed.inner(), inner);
        Connection raw = driver.connect(parsed.inner(), inner);
        if (raw == null) {
            throw new SQLNonTransientException("the driver for " + parsed.kind() + " gave no connection", "42000");
        }
        return guard.over(raw);
    }

    private static String configuration(DriverUrl url, Properties properties) throws SQLException {
        Optional<String> property = Optional.ofNullable(properties.getProperty(DriverUrl.PARAMETER));
        if (property.isPresent()
                && url.configuration().isPresent()
                && !property.get().equals(url.configuration().get())) {
            throw new SQLNonTransientException("URL and connection property name different configurations", "42000");
        }
        return property.or(url::configuration).orElseGet(() -> System.getProperty(SYSTEM_PROPERTY, DEFAULT));
    }

    private static Properties without(Properties properties) {
        Properties rest = new Properties();
        for (String name : properties.stringPropertyNames()) {
            if (!name.equals(DriverUrl.PARAMETER)) {
                rest.setProperty(name, properties.getProperty(name));
            }
        }
        return rest;
    }

    @Override
    public boolean acceptsURL(@Nullable String url) throws SQLException {
        return url != null && DriverUrl.isProtected(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties) throws SQLException {
        DriverUrl parsed = DriverUrl.parse(url);
        Properties given = properties == null ? new Properties() : properties;
        DriverPropertyInfo[] inner = InnerDriver.of(parsed).getPropertyInfo(parsed.inner(), without(given));
        DriverPropertyInfo[] all = Arrays.copyOf(inner, inner.length + 1);
        DriverPropertyInfo own = new DriverPropertyInfo(DriverUrl.PARAMETER, configuration(parsed, given));
        own.description = "Where the configuration of the protection is: a path, or classpath: and a resource.";
        all[inner.length] = own;
        return all;
    }

    @Override
    public int getMajorVersion() {
        return 0;
    }

    @Override
    public int getMinorVersion() {
        return 1;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logs go through SLF4J", "42000");
    }
}
