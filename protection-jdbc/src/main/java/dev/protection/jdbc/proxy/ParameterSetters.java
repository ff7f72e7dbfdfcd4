package dev.protection.jdbc.proxy;

import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** The setters of a protected prepared statement for values at hand: each keeps the value and the call. */
abstract class ParameterSetters extends OutcomeStatement implements PreparedStatement {

    ParameterSetters(ResultKind kind, ProtectedConnection connection) {
        super(kind, connection);
    }

    abstract void bind(int index, Binding binding) throws SQLException;

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setBoolean(i, value)));
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setByte(i, value)));
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setShort(i, value)));
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setInt(i, value)));
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setLong(i, value)));
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setFloat(i, value)));
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setDouble(i, value)));
    }

    @Override
    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setBigDecimal(i, value)));
    }

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setString(i, value)));
    }

    @Override
    public void setNString(int index, @Nullable String value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setNString(i, value)));
    }

    @Override
    public void setBytes(int index, byte @Nullable [] value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setBytes(i, value)));
    }

    @Override
    public void setURL(int index, @Nullable URL value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setURL(i, value)));
    }

    @Override
    public void setNull(int index, int type) throws SQLException {
        bind(index, Binding.of(null, (s, i) -> s.setNull(i, type)));
    }

    @Override
    public void setNull(int index, int type, String name) throws SQLException {
        bind(index, Binding.of(null, (s, i) -> s.setNull(i, type, name)));
    }

    @Override
    public void setDate(int index, @Nullable Date value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setDate(i, value)));
    }

    @Override
    public void setDate(int index, @Nullable Date value, @Nullable Calendar zone) throws SQLException {
        bind(index, Binding.of(Zones.date(value, zone), (s, i) -> s.setDate(i, value, zone)));
    }

    @Override
    public void setTime(int index, @Nullable Time value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setTime(i, value)));
    }

    @Override
    public void setTime(int index, @Nullable Time value, @Nullable Calendar zone) throws SQLException {
        bind(index, Binding.of(Zones.time(value, zone), (s, i) -> s.setTime(i, value, zone)));
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setTimestamp(i, value)));
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar zone) throws SQLException {
        bind(index, Binding.of(Zones.timestamp(value, zone), (s, i) -> s.setTimestamp(i, value, zone)));
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setObject(i, IdentityArray.raw(value))));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        bind(index, Binding.of(value, text(type), (s, i) -> s.setObject(i, IdentityArray.raw(value), type)));
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        Object scaled = Conversions.scaled(value, scale);
        bind(index, Binding.of(scaled, text(type), (s, i) -> s.setObject(i, IdentityArray.raw(value), type, scale)));
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
        bind(index, Binding.of(value, text(type), (s, i) -> s.setObject(i, IdentityArray.raw(value), type)));
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type, int scale) throws SQLException {
        Object scaled = Conversions.scaled(value, scale);
        bind(index, Binding.of(scaled, text(type), (s, i) -> s.setObject(i, IdentityArray.raw(value), type, scale)));
    }

    @Override
    public void setArray(int index, @Nullable Array value) throws SQLException {
        bind(index, Binding.of(value, (s, i) -> s.setArray(i, IdentityArray.raw(value))));
    }

    @Override
    public void setRef(int index, @Nullable Ref value) throws SQLException {
        bind(index, Binding.opaque(Ref.class, value, (s, i) -> s.setRef(i, value)));
    }

    @Override
    public void setRowId(int index, @Nullable RowId value) throws SQLException {
        bind(index, Binding.opaque(RowId.class, value, (s, i) -> s.setRowId(i, value)));
    }

    @Override
    public void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
        bind(index, Binding.opaque(SQLXML.class, value, (s, i) -> s.setSQLXML(i, value)));
    }

    private static boolean text(@Nullable SQLType type) throws SQLException {
        if (type == null) {
            throw new SQLException("a parameter is given no type", "07006");
        }
        return type.getVendorTypeNumber() != null && text(type.getVendorTypeNumber());
    }

    private static boolean text(int type) {
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR -> true;
            default -> false;
        };
    }
}
