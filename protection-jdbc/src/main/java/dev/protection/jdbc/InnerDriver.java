package dev.protection.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the driver beneath: among those registered, and among those on the class path that this application's class
 * loaders see, which in containers and under Spring Boot is not the same.
 */
final class InnerDriver {
    private InnerDriver() {}

    static Driver of(DriverUrl url) throws SQLException {
        Driver registered = registered(url.inner());
        if (registered != null) {
            return registered;
        }
        for (ClassLoader loader :
                new ClassLoader[] {Thread.currentThread().getContextClassLoader(), InnerDriver.class.getClassLoader()
                }) {
            Driver found = among(ServiceLoader.load(Driver.class, loader), url.inner());
            if (found != null) {
                return found;
            }
        }
        throw new SQLNonTransientException(
                "no driver on the class path takes a URL that starts " + url.kind(), "42000");
    }

    private static @Nullable Driver registered(String url) {
        try {
            return DriverManager.getDriver(url);
        } catch (SQLException e) {
            return null;
        }
    }

    private static @Nullable Driver among(ServiceLoader<Driver> drivers, String url) throws SQLException {
        Iterator<Driver> each = drivers.iterator();
        while (each.hasNext()) {
            Driver driver = next(each);
            if (driver != null && driver.acceptsURL(url)) {
                return driver;
            }
        }
        return null;
    }

    /** A driver that cannot be loaded is another's trouble. */
    private static @Nullable Driver next(Iterator<Driver> drivers) {
        try {
            return drivers.next();
        } catch (ServiceConfigurationError e) {
            return null;
        }
    }
}
