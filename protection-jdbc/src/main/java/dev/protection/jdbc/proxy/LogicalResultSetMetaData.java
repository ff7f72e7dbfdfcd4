package dev.protection.jdbc.proxy;

import java.sql.SQLException;

/** A description of a result whose columns are not those of the driver: every question goes to the driver's column. */
abstract class LogicalResultSetMetaData extends DelegatingResultSetMetaData {

    /** The driver's ordinal of a column. */
    abstract int physical(int logical) throws SQLException;

    @Override
    public String getCatalogName(int logical) throws SQLException {
        return delegate().getCatalogName(physical(logical));
    }

    @Override
    public String getSchemaName(int logical) throws SQLException {
        return delegate().getSchemaName(physical(logical));
    }

    @Override
    public String getTableName(int logical) throws SQLException {
        return delegate().getTableName(physical(logical));
    }

    @Override
    public String getColumnName(int logical) throws SQLException {
        return delegate().getColumnName(physical(logical));
    }

    @Override
    public int getColumnType(int logical) throws SQLException {
        return delegate().getColumnType(physical(logical));
    }

    @Override
    public String getColumnTypeName(int logical) throws SQLException {
        return delegate().getColumnTypeName(physical(logical));
    }

    @Override
    public String getColumnClassName(int logical) throws SQLException {
        return delegate().getColumnClassName(physical(logical));
    }

    @Override
    public int getPrecision(int logical) throws SQLException {
        return delegate().getPrecision(physical(logical));
    }

    @Override
    public int getColumnDisplaySize(int logical) throws SQLException {
        return delegate().getColumnDisplaySize(physical(logical));
    }

    @Override
    public int getScale(int logical) throws SQLException {
        return delegate().getScale(physical(logical));
    }

    @Override
    public boolean isSigned(int logical) throws SQLException {
        return delegate().isSigned(physical(logical));
    }

    @Override
    public boolean isCaseSensitive(int logical) throws SQLException {
        return delegate().isCaseSensitive(physical(logical));
    }

    @Override
    public boolean isAutoIncrement(int logical) throws SQLException {
        return delegate().isAutoIncrement(physical(logical));
    }

    @Override
    public boolean isSearchable(int logical) throws SQLException {
        return delegate().isSearchable(physical(logical));
    }

    @Override
    public boolean isCurrency(int logical) throws SQLException {
        return delegate().isCurrency(physical(logical));
    }

    @Override
    public int isNullable(int logical) throws SQLException {
        return delegate().isNullable(physical(logical));
    }
}
