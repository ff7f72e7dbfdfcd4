package dev.protection.spring.jdbc;

import dev.protection.core.StoresSettings;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/** Finds out where a data source leads, which is where the library keeps its state if the declaration does not say. */
final class DatabaseOf {
    private DatabaseOf() {}

    static StoresSettings.Database of(DataSource dataSource) {
        if (dataSource instanceof AbstractDriverBasedDataSource driven && driven.getUrl() != null) {
            return new StoresSettings.Database(
                    driven.getUrl(),
                    Optional.ofNullable(driven.getUsername()),
                    Optional.ofNullable(driven.getPassword()));
        }
        return asked(dataSource);
    }

    /** An embedded database has no password; of any other the declaration must name the stores. */
    private static StoresSettings.Database asked(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData told = connection.getMetaData();
            return new StoresSettings.Database(told.getURL(), Optional.ofNullable(told.getUserName()), Optional.of(""));
        } catch (SQLException e) {
            throw new DataSourceException("does not say where it leads", e);
        }
    }
}
