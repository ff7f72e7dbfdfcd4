package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The parameters of a protected statement. Those of sealed fields have the field's type; the types of others are not
 * known before the statement runs, and are refused rather than guessed.
 */
final class ProtectedParameterMetaData extends Guarded implements ParameterMetaData {
    private final PlannedStatement plan;
    private final LogicalTypes types;

    ProtectedParameterMetaData(PlannedStatement plan, LogicalTypes types) {
        this.plan = plan;
        this.types = types;
    }

    private ColumnType type(int parameter) throws SQLException {
        if (parameter < 1 || parameter > plan.parameters()) {
            throw new SQLException("parameter " + parameter + " does not exist", "07009");
        }
        Optional<FieldType> type = plan.parameterType(parameter);
        if (type.isEmpty()) {
            throw SqlErrors.of(JdbcRefusal.parameterType(parameter));
        }
        return ColumnType.undeclared(type.get());
    }

    @Override
    public int getParameterCount() {
        return plan.parameters();
    }

    @Override
    public int isNullable(int parameter) {
        return parameterNullableUnknown;
    }

    @Override
    public boolean isSigned(int parameter) throws SQLException {
        return types.of(type(parameter)).signed();
    }

    @Override
    public int getPrecision(int parameter) throws SQLException {
        return types.of(type(parameter)).precision();
    }

    @Override
    public int getScale(int parameter) throws SQLException {
        return types.of(type(parameter)).scale();
    }

    @Override
    public int getParameterType(int parameter) throws SQLException {
        return types.of(type(parameter)).code();
    }

    @Override
    public String getParameterTypeName(int parameter) throws SQLException {
        return types.of(type(parameter)).name();
    }

    @Override
    public String getParameterClassName(int parameter) throws SQLException {
        return types.className(type(parameter));
    }

    @Override
    public int getParameterMode(int parameter) {
        return parameterModeIn;
    }
}
