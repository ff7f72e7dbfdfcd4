package dev.protection.spring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.ProtectedDataSource;
import java.util.IdentityHashMap;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.util.ClassUtils;

/**
 * Puts one data source under protection, each once: a pool beneath itself, a data source over others by its targets, any
 * other by wrapping it. Used while the application starts, by one thread at a time.
 */
final class Protector {
    private static final boolean HIKARI =
            ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource", Protector.class.getClassLoader());

    private final Protections protections;
    private final IdentityHashMap<DataSource, Optional<Protection>> done = new IdentityHashMap<>();
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
        return wrap(bean, Optional.empty(), dataSource, DatabaseOf.of(dataSource));
    }

    /** Wraps what gives the driver's own connections; what leads through our driver is protected by it. */
    DataSource wrap(String bean, Optional<String> location, DataSource raw, StoresSettings.Database database) {
        Protection protection = protections.of(bean, location, database);
        last = Optional.of(protection);
        return ProtectedDataSource.wrap(raw, protection);
    }
}
