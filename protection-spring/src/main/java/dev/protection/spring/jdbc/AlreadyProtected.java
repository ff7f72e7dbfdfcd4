package dev.protection.spring.jdbc;

import dev.protection.core.Protection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Knows a data source that gives protected connections: one the application wrapped itself, or one over our driver. */
final class AlreadyProtected {
    private AlreadyProtected() {}

    static Optional<Protection> by(DataSource dataSource) {
        try {
            if (dataSource.isWrapperFor(Protection.class)) {
                return Optional.of(dataSource.unwrap(Protection.class));
            }
            try (Connection connection = dataSource.getConnection()) {
                return connection.isWrapperFor(Protection.class)
                        ? Optional.of(connection.unwrap(Protection.class))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DataSourceException("does not say whether it is protected", e);
        }
    }
}
