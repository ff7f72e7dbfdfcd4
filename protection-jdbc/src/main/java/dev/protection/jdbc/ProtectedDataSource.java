package dev.protection.jdbc;

import dev.protection.core.Protection;
import dev.protection.jdbc.proxy.ConnectionProtection;
import javax.sql.DataSource;

/**
 * Puts a {@link DataSource} under protection.
 *
 * <p>The wrapped data source is the driver's; a pool goes on top of the result, stays what it is, and pools protected
 * connections. The connections lead to the database that {@code stores.data} of the configuration names, since changes
 * are recorded in the transaction that makes them.
 */
public final class ProtectedDataSource {
    private ProtectedDataSource() {}

    /**
     * Wraps a data source.
     *
     * @param dataSource where the connections come from
     * @param protection what they are under; it stays open as long as they are used
     * @return a data source whose every statement is analysed, decided and recorded; its connections give the protection
     *     by {@code unwrap(Protection.class)} and nothing of the driver's own; safe for use by several threads
     * @throws IllegalArgumentException if the protection is not the library's own
     */
    public static DataSource wrap(DataSource dataSource, Protection protection) {
        return new ConnectionProtection(protection).over(dataSource);
    }
}
