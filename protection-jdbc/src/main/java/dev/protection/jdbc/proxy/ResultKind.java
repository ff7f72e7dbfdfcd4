package dev.protection.jdbc.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How the application wants to move about in a result.
 *
 * @param type a {@code TYPE_} constant of {@link ResultSet}
 * @param concurrency a {@code CONCUR_} constant
 * @param holdability a holdability constant, or -1 for the connection's own
 */
record ResultKind(int type, int concurrency, int holdability) {
    static final ResultKind DEFAULT = new ResultKind(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, -1);

    ResultKind(int type, int concurrency) {
        this(type, concurrency, -1);
    }

    boolean isDefault() {
        return equals(DEFAULT);
    }

    Statement statement(Connection raw) throws SQLException {
        if (isDefault()) {
            return raw.createStatement();
        }
        return holdability < 0
                ? raw.createStatement(type, concurrency)
                : raw.createStatement(type, concurrency, holdability);
    }

    PreparedStatement prepared(Connection raw, String sql) throws SQLException {
        if (isDefault()) {
            return raw.prepareStatement(sql);
        }
        return holdability < 0
                ? raw.prepareStatement(sql, type, concurrency)
                : raw.prepareStatement(sql, type, concurrency, holdability);
    }
}
