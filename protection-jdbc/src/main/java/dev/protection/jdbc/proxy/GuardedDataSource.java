package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.ShardingKey;
import javax.sql.DataSource;

/** A data source whose every connection is protected. */
final class GuardedDataSource extends DelegatingDataSource {
    private final DataSource raw;
    private final SessionFactory sessions;
    private final Object facade;

    GuardedDataSource(DataSource raw, SessionFactory sessions, Object facade) {
        this.raw = raw;
        this.sessions = sessions;
        this.facade = facade;
    }

    @Override
    DataSource delegate() {
        return raw;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ProtectedConnection.over(raw.getConnection(), sessions, facade);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ProtectedConnection.over(raw.getConnection(user, password), sessions, facade);
    }

    @Override
    public ConnectionBuilder createConnectionBuilder() throws SQLException {
        return new GuardedBuilder(raw.createConnectionBuilder());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(facade) ? type.cast(facade) : super.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(facade) || super.isWrapperFor(type);
    }

    /** Builds protected connections. */
    private final class GuardedBuilder implements ConnectionBuilder {
        private final ConnectionBuilder builder;

        GuardedBuilder(ConnectionBuilder builder) {
            this.builder = builder;
        }

        @Override
        public ConnectionBuilder user(String user) {
            builder.user(user);
            return this;
        }

        @Override
        public ConnectionBuilder password(String password) {
            builder.password(password);
            return this;
        }

        @Override
        public ConnectionBuilder shardingKey(ShardingKey key) {
            builder.shardingKey(key);
            return this;
        }

        @Override
        public ConnectionBuilder superShardingKey(ShardingKey key) {
            builder.superShardingKey(key);
            return this;
        }

        @Override
        public Connection build() throws SQLException {
            return ProtectedConnection.over(builder.build(), sessions, facade);
        }
    }
}
