package dev.protection.jdbc.proxy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@link java.sql.DatabaseMetaData#getColumns}: sealed columns with their logical type, so that whoever
 * compares the tables with its own declarations finds what it declared, and without the library's helper columns.
 */
final class ColumnRows extends IdentityResultSet {
    private static final int TABLE_NAME = 3;
    private static final int COLUMN_NAME = 4;
    private static final Map<String, Integer> ORDINALS =
            Map.of("data_type", 5, "type_name", 6, "column_size", 7, "decimal_digits", 9, "char_octet_length", 16);

    private final ResultSet raw;
    private final ProtectedConnection connection;

    ColumnRows(ResultSet raw, ProtectedConnection connection) {
        super(raw, connection, null);
        this.raw = raw;
        this.connection = connection;
    }

    private ColumnFace face() throws SQLException {
        return connection.session().face(raw.getString(TABLE_NAME), raw.getString(COLUMN_NAME));
    }

    @Override
    public boolean next() throws SQLException {
        while (raw.next()) {
            if (!(face() instanceof ColumnFace.Hidden)) {
                return true;
            }
        }
        return false;
    }

    /** The logical answer for a column of the description; null to hand on the driver's. */
    private @Nullable Object logical(int ordinal) throws SQLException {
        if (!ORDINALS.containsValue(ordinal) || !(face() instanceof ColumnFace.Sealed sealed)) {
            return null;
        }
        LogicalTypes.Described type = connection.types().of(sealed.type());
        return switch (ordinal) {
            case 5 -> type.code();
            case 6 -> type.name();
            case 9 -> type.scale();
            default -> type.precision();
        };
    }

    private static int ordinal(String label) {
        return ORDINALS.getOrDefault(label.toLowerCase(Locale.ROOT), 0);
    }

    @Override
    public int getInt(int index) throws SQLException {
        return logical(index) instanceof Integer number ? number : super.getInt(index);
    }

    @Override
    public int getInt(String label) throws SQLException {
        return logical(ordinal(label)) instanceof Integer number ? number : super.getInt(label);
    }

    @Override
    public short getShort(int index) throws SQLException {
        return logical(index) instanceof Integer number ? number.shortValue() : super.getShort(index);
    }

    @Override
    public short getShort(String label) throws SQLException {
        return logical(ordinal(label)) instanceof Integer number ? number.shortValue() : super.getShort(label);
    }

    @Override
    public long getLong(int index) throws SQLException {
        return logical(index) instanceof Integer number ? number : super.getLong(index);
    }

    @Override
    public long getLong(String label) throws SQLException {
        return logical(ordinal(label)) instanceof Integer number ? number : super.getLong(label);
    }

    @Override
    public @Nullable String getString(int index) throws SQLException {
        Object answer = logical(index);
        return answer == null ? super.getString(index) : answer.toString();
    }

    @Override
    public @Nullable String getString(String label) throws SQLException {
        Object answer = logical(ordinal(label));
        return answer == null ? super.getString(label) : answer.toString();
    }

    @Override
    public @Nullable Object getObject(int index) throws SQLException {
        Object answer = logical(index);
        return answer == null ? super.getObject(index) : answer;
    }

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        Object answer = logical(ordinal(label));
        return answer == null ? super.getObject(label) : answer;
    }
}
