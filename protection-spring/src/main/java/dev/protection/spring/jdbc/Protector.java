package dev.protection.spring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.protection.ConfigurationException;
import dev.protection.ProtectionException;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.DriverUrl;
import dev.protection.jdbc.ProtectedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/**
 * Puts one data source under protection, each once: a pool beneath itself, a data source over others by its targets, any
 * other by wrapping it. Used while the application starts, by one thread at a time.
 */
final class Protector {
    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", Protector.class.getClassLoader());

    private final Protections protections;
    private final IdentityHashMap<DataSource, Optional<Protection>> done = new IdentityHashMap<>();
    private final Set<String> places = new HashSet<>();
    private Optional<Protection> last = Optional.empty();

    Protector(Protections protections) {
        this.protections = protections;
    }

    DataSource protect(String bean, DataSource dataSource) {
        if (done.containsKey(dataSource)) {
            last = done.get(dataSource);
            return dataSource;
        }
        DataSource result = protectedOnce(bean, dataSource);
        done.put(result, last);
        return result;
    }

    /** The protection that a data source is under; of several, that of the last of its targets. */
    Optional<Protection> protectionOf(DataSource dataSource) {
        return done.getOrDefault(dataSource, Optional.empty());
    }

    private DataSource protectedOnce(String bean, DataSource dataSource) {
        if (HIKARI && dataSource instanceof HikariDataSource pool) {
            new HikariProtection(this).protect(bean, pool);
            return pool;
        }
        if (dataSource instanceof DelegatingDataSource delegating) {
            DataSource target = delegating.getTargetDataSource();
            if (target != null) {
                delegating.setTargetDataSource(protect(bean, target));
            }
            return delegating;
        }
        if (dataSource instanceof AbstractRoutingDataSource routing) {
            RoutingProtection.protect(routing, target -> protect(bean, target));
            return routing;
        }
        if (dataSource instanceof AbstractDriverBasedDataSource driven && driven.getUrl() != null) {
            return wrap(bean, inner(driven), driven, DatabaseOf.of(driven));
        }
        Optional<Protection> already = AlreadyProtected.by(dataSource);
        if (already.isPresent()) {
            last = already;
            return dataSource;
        }
        return wrap(bean, Optional.empty(), dataSource, DatabaseOf.of(dataSource));
    }

    /** Has it lead past our driver, since it is wrapped; gives what its URL said about where the declaration is. */
    private static Optional<String> inner(AbstractDriverBasedDataSource driven) {
        String url = driven.getUrl();
        if (url == null || !DriverUrl.isProtected(url)) {
            return Optional.empty();
        }
        DriverUrl ours = DriverUrl.parse(url);
        driven.setUrl(ours.inner());
        return ours.configuration();
    }

    /** Wraps what gives the driver's own connections; what leads through our driver is protected by it. */
    DataSource wrap(String bean, Optional<String> location, DataSource raw, StoresSettings.Database database) {
        Protection protection = protections.of(bean, location, database);
        places.add(place(database.url()));
        last = Optional.of(protection);
        DataSource guarded = ProtectedDataSource.wrap(raw, protection);
        requireDeclaredTables(bean, guarded);
        return guarded;
    }

    /**
     * Has the tables compared with their declaration, which the first connection does. Here, since who else connects
     * first, such as Hibernate, may hide the reason.
     */
    private static void requireDeclaredTables(String bean, DataSource guarded) {
        try (Connection first = guarded.getConnection()) {
            LOG.debug("The tables of '{}' are as declared.", bean);
        } catch (SQLException e) {
            if (e.getCause() instanceof ConfigurationException problems) {
                throw problems;
            }
            // Whether the application starts without its database is its own affair; the first connection compares.
            LOG.warn("The tables behind '{}' are not compared yet: {}", bean, ProtectionException.loggable(e));
        }
    }

    /** Whether an unprotected data source leads where a protected one does. */
    boolean isProtectedPlace(DataSource unprotected) {
        try {
            return places.contains(place(url(unprotected)));
        } catch (DataSourceException e) {
            // It cannot be asked: nothing says that it is another place.
            return true;
        }
    }

    private static String url(DataSource dataSource) {
        if (HIKARI && dataSource instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            String url = pool.getJdbcUrl();
            return DriverUrl.isProtected(url) ? DriverUrl.parse(url).inner() : url;
        }
        return DatabaseOf.of(dataSource).url();
    }

    /** A URL without its settings. */
    private static String place(String url) {
        return url.split("[;?]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
