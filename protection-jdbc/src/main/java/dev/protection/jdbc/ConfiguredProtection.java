package dev.protection.jdbc;

import dev.protection.ConfigurationException;
import dev.protection.ProtectionException;
import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.jdbc.proxy.ConnectionProtection;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.Optional;
import java.util.Properties;

/** Opens protections from their configuration, with the driver's own database for the stores that none is named for. */
final class ConfiguredProtection implements ProtectionRegistry.Opener {

    @Override
    public ProtectionRegistry.Guard open(String configuration, String url, Properties properties) throws SQLException {
        StoresSettings.Database data = new StoresSettings.Database(
                url,
                Optional.ofNullable(properties.getProperty("user")),
                Optional.ofNullable(properties.getProperty("password")));
        try {
            Protection protection =
                    Protection.builder().config(configuration).dataStore(data).build();
            ConnectionProtection connections = new ConnectionProtection(protection);
            return connections::over;
        } catch (ConfigurationException e) {
            throw new SQLNonTransientException(e.getMessage(), "42000", e);
        } catch (ProtectionException e) {
            throw new SQLNonTransientException(e.getMessage(), "58030", e);
        }
    }
}
