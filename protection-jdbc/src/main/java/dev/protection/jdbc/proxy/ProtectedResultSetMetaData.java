package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.OutputColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The description of a result on protected datasets: the application's columns with their logical types. */
final class ProtectedResultSetMetaData extends LogicalResultSetMetaData {
    private final ResultSetMetaData raw;
    private final List<LogicalColumn> columns;
    private final LogicalTypes types;

    ProtectedResultSetMetaData(ResultSetMetaData raw, List<LogicalColumn> columns, LogicalTypes types) {
        this.raw = raw;
        this.columns = columns;
        this.types = types;
    }

    @Override
    ResultSetMetaData delegate() {
        return raw;
    }

    private LogicalColumn column(int logical) throws SQLException {
        if (logical < 1 || logical > columns.size()) {
            throw new SQLException("column " + logical + " does not exist, there are " + columns.size(), "07009");
        }
        return columns.get(logical - 1);
    }

    @Override
    int physical(int logical) throws SQLException {
        return column(logical).physical();
    }

    private Optional<ColumnType> sealed(int logical) throws SQLException {
        return column(logical).sealed();
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public String getColumnLabel(int logical) throws SQLException {
        String label = column(logical).label();
        if (label.equals(OutputColumn.UNKNOWN_LABEL)) {
            throw SqlErrors.of(JdbcRefusal.label());
        }
        return label.isEmpty() ? raw.getColumnLabel(physical(logical)) : label;
    }

    /** The column beneath stands for one that is computed here. */
    @Override
    public String getColumnName(int logical) throws SQLException {
        boolean unknown = column(logical).label().equals(OutputColumn.UNKNOWN_LABEL);
        return unknown ? getColumnLabel(logical) : super.getColumnName(logical);
    }

    @Override
    public int getColumnType(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).code() : super.getColumnType(logical);
    }

    @Override
    public String getColumnTypeName(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).name() : super.getColumnTypeName(logical);
    }

    @Override
    public String getColumnClassName(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.className(field.get()) : super.getColumnClassName(logical);
    }

    @Override
    public int getPrecision(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).precision() : super.getPrecision(logical);
    }

    @Override
    public int getColumnDisplaySize(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).displaySize() : super.getColumnDisplaySize(logical);
    }

    @Override
    public int getScale(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).scale() : super.getScale(logical);
    }

    @Override
    public boolean isSigned(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).signed() : super.isSigned(logical);
    }

    @Override
    public boolean isCaseSensitive(int logical) throws SQLException {
        Optional<ColumnType> field = sealed(logical);
        return field.isPresent() ? types.of(field.get()).caseSensitive() : super.isCaseSensitive(logical);
    }

    @Override
    public boolean isReadOnly(int logical) throws SQLException {
        column(logical);
        return true;
    }

    @Override
    public boolean isWritable(int logical) throws SQLException {
        column(logical);
        return false;
    }

    @Override
    public boolean isDefinitelyWritable(int logical) throws SQLException {
        column(logical);
        return false;
    }
}
