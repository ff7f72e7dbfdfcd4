package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a column of a query is read so that the same value can be a parameter of the next statement. Types for which no
 * such way is certain are refused.
 */
enum FetchedColumn {
    TEXT {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }
    },
    /** PostgreSQL reads its own text form of any type back. */
    OWN_TEXT {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getString(column);
        }

        @Override
        void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
            statement.setObject(index, value, Types.OTHER);
        }
    },
    WHOLE {
        @Override
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getLong(column);
        }
    },
    DECIMAL {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getBigDecimal(column);
        }

        @Override
        void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
            statement.setBigDecimal(index, (BigDecimal) value);
        }
    },
    SINGLE {
        @Override
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getFloat(column);
        }
    },
    DOUBLE {
        @Override
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getDouble(column);
        }
    },
    TRUTH {
        @Override
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getBoolean(column);
        }
    },
    DAY {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalDate.class);
        }
    },
    TIME_OF_DAY {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, java.time.LocalTime.class);
        }
    },
    MOMENT {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, LocalDateTime.class);
        }
    },
    ZONED {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, OffsetDateTime.class);
        }
    },
    IDENTIFIER {
        @Override
        @Nullable
        Object value(ResultSet rows, int column) throws SQLException {
            return rows.getObject(column, UUID.class);
        }
    },
    BYTES {
        @Override
        byte @Nullable [] value(ResultSet rows, int column) throws SQLException {
            return rows.getBytes(column);
        }

        @Override
        void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
            statement.setBytes(index, (byte[]) value);
        }
    };

    private static final Set<String> POSTGRES_TEXT = Set.of("varchar", "text", "bpchar", "char", "name");

    abstract @Nullable Object value(ResultSet rows, int column) throws SQLException;

    void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        statement.setObject(index, value);
    }

    /** The value under the cursor, as a parameter. */
    final Binding read(ResultSet rows, int column) throws SQLException {
        Object read = value(rows, column);
        if (rows.wasNull()) {
            return Binding.of(null, (statement, index) -> statement.setNull(index, Types.NULL));
        }
        return Binding.of(read, (statement, index) -> set(statement, index, read));
    }

    static FetchedColumn of(ResultSetMetaData metaData, int column, Dialect dialect) throws SQLException {
        String name = metaData.getColumnTypeName(column).toLowerCase(Locale.ROOT);
        int type = metaData.getColumnType(column);
        return switch (type) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.NCHAR, Types.NVARCHAR, Types.CLOB ->
                dialect == Dialect.POSTGRESQL && !POSTGRES_TEXT.contains(name) ? OWN_TEXT : TEXT;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
                name.contains("unsigned") ? DECIMAL : WHOLE;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.REAL -> SINGLE;
            case Types.FLOAT, Types.DOUBLE -> DOUBLE;
            case Types.DATE -> name.equals("year") ? TEXT : DAY;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                name.equals("uuid") ? IDENTIFIER : BYTES;
            case Types.NULL -> TEXT;
            default -> own(type, name, dialect);
        };
    }

    private static FetchedColumn own(int type, String name, Dialect dialect) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL -> name.equals("bool") ? TRUTH : name.equals("timestamp") ? MOMENT : OWN_TEXT;
            case MARIADB -> mariadb(type, name);
            case H2 -> h2(type, name);
        };
    }

    private static FetchedColumn mariadb(int type, String name) throws SQLException {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> name.startsWith("bit") ? BYTES : WHOLE;
            case Types.TIME -> TEXT;
            case Types.TIMESTAMP -> MOMENT;
            case Types.OTHER -> {
                if (name.equals("uuid")) {
                    yield TEXT;
                }
                throw unknown();
            }
            default -> throw unknown();
        };
    }

    private static FetchedColumn h2(int type, String name) throws SQLException {
        return switch (type) {
            case Types.BIT, Types.BOOLEAN -> TRUTH;
            case Types.TIME -> TIME_OF_DAY;
            case Types.TIMESTAMP -> MOMENT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> ZONED;
            default -> {
                if (name.equals("uuid")) {
                    yield IDENTIFIER;
                }
                if (name.startsWith("enum(")) {
                    yield TEXT;
                }
                throw unknown();
            }
        };
    }

    private static SQLException unknown() {
        return SqlErrors.of(JdbcRefusal.value(
                "a column that is copied", "its type cannot be handed on from one statement to the next."));
    }
}
