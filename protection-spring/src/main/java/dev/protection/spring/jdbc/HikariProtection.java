package dev.protection.spring.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import com.zaxxer.hikari.util.PropertyElf;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.DriverUrl;
import dev.protection.jdbc.ProtectedDriver;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.lookup.JndiDataSourceLookup;

/** Protects a pool beneath itself: it stays what it is and pools protected connections. */
final class HikariProtection {
    private final Protector protector;

    HikariProtection(Protector protector) {
        this.protector = protector;
    }

    void protect(String bean, HikariDataSource pool) {
        if (pool.isRunning()) {
            throw new DataSourceException(
                    "has given out connections before it could be protected: '" + bean + "'", null);
        }
        DataSource given = pool.getDataSource();
        String url = pool.getJdbcUrl();
        if (given != null) {
            pool.setDataSource(protector.protect(bean, given));
        } else if (url != null) {
            pool.setDataSource(overDriver(bean, pool, url));
        } else {
            DataSource made = made(pool);
            StoresSettings.Database told = DatabaseOf.of(made);
            pool.setDataSource(protector.wrap(bean, Optional.empty(), made, database(told.url(), pool)));
        }
    }

    private DataSource overDriver(String bean, HikariDataSource pool, String url) {
        Optional<DriverUrl> ours = DriverUrl.isProtected(url) ? Optional.of(DriverUrl.parse(url)) : Optional.empty();
        Properties properties = new Properties();
        properties.putAll(pool.getDataSourceProperties());
        Optional<String> location = Optional.ofNullable((String) properties.remove(DriverUrl.PARAMETER))
                .or(() -> ours.flatMap(DriverUrl::configuration));
        String inner = ours.map(DriverUrl::inner).orElse(url);
        DataSource raw = new DriverDataSource(inner, driver(pool), properties, pool.getUsername(), pool.getPassword());
        return protector.wrap(bean, location, raw, database(inner, pool));
    }

    private static @Nullable String driver(HikariDataSource pool) {
        String name = pool.getDriverClassName();
        return ProtectedDriver.class.getName().equals(name) ? null : name;
    }

    private static StoresSettings.Database database(String url, HikariDataSource pool) {
        return new StoresSettings.Database(
                url, Optional.ofNullable(pool.getUsername()), Optional.ofNullable(pool.getPassword()));
    }

    private static DataSource made(HikariDataSource pool) {
        String type = pool.getDataSourceClassName();
        if (type == null) {
            return new JndiDataSourceLookup().getDataSource(pool.getDataSourceJNDI());
        }
        try {
            DataSource made = Class.forName(type, true, Thread.currentThread().getContextClassLoader())
                    .asSubclass(DataSource.class)
                    .getDeclaredConstructor()
                    .newInstance();
            PropertyElf.setTargetFromProperties(made, pool.getDataSourceProperties());
            return made;
        } catch (ReflectiveOperationException e) {
            throw new DataSourceException("of a pool cannot be made", e);
        }
    }
}
