package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.TypeComment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@link java.sql.DatabaseMetaData#getColumns}: sealed columns with their declared type, so that whoever
 * compares the tables with its own declarations finds what it declared, and without the library's helper columns.
 */
final class ColumnRows extends IdentityResultSet {
    private static final int TABLE_NAME = 3;
    private static final int COLUMN_NAME = 4;
    private static final int DATA_TYPE = 5;
    private static final int TYPE_NAME = 6;
    private static final int COLUMN_SIZE = 7;
    private static final int DECIMAL_DIGITS = 9;
    private static final int NUM_PREC_RADIX = 10;
    private static final int REMARKS = 12;
    private static final int CHAR_OCTET_LENGTH = 16;
    private static final Set<Integer> LOGICAL =
            Set.of(DATA_TYPE, TYPE_NAME, COLUMN_SIZE, DECIMAL_DIGITS, NUM_PREC_RADIX, REMARKS, CHAR_OCTET_LENGTH);

    private final ResultSet raw;
    private final ProtectedConnection connection;
    private boolean lastWasLogical;
    private boolean lastWasNull;

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

    /** Whether the answer for a column of the description is not the driver's. */
    private boolean logical(int ordinal) throws SQLException {
        lastWasLogical = LOGICAL.contains(ordinal) && face() instanceof ColumnFace.Sealed;
        return lastWasLogical;
    }

    private @Nullable Object answer(int ordinal) throws SQLException {
        ColumnFace.Sealed sealed = (ColumnFace.Sealed) face();
        String comment = raw.getString(REMARKS);
        ColumnType declared = TypeComment.type(comment == null ? "" : comment)
                .filter(found -> found.field() == sealed.type().field())
                .orElse(sealed.type());
        CatalogueEntry entry = connection.types().catalogued(declared);
        Object answer = switch (ordinal) {
            case DATA_TYPE -> entry.code();
            case TYPE_NAME -> entry.name();
            case COLUMN_SIZE -> entry.size();
            case DECIMAL_DIGITS -> entry.digits();
            case NUM_PREC_RADIX -> entry.radix();
            case REMARKS -> remarks(comment);
            default -> entry.octets();
        };
        lastWasNull = answer == null;
        return answer;
    }

    /** The application's own part of the comment. */
    private @Nullable String remarks(@Nullable String comment) throws SQLException {
        if (comment == null || !TypeComment.marked(comment)) {
            return comment;
        }
        String own = TypeComment.withoutType(comment);
        return own.isEmpty() ? connection.types().noComment() : own;
    }

    private long number(int ordinal) throws SQLException {
        return answer(ordinal) instanceof Integer number ? number : 0;
    }

    @Override
    public boolean wasNull() throws SQLException {
        return lastWasLogical ? lastWasNull : super.wasNull();
    }

    @Override
    public int getInt(int index) throws SQLException {
        return logical(index) ? (int) number(index) : super.getInt(index);
    }

    @Override
    public int getInt(String label) throws SQLException {
        return getInt(raw.findColumn(label));
    }

    @Override
    public short getShort(int index) throws SQLException {
        return logical(index) ? (short) number(index) : super.getShort(index);
    }

    @Override
    public short getShort(String label) throws SQLException {
        return getShort(raw.findColumn(label));
    }

    @Override
    public long getLong(int index) throws SQLException {
        return logical(index) ? number(index) : super.getLong(index);
    }

    @Override
    public long getLong(String label) throws SQLException {
        return getLong(raw.findColumn(label));
    }

    @Override
    public @Nullable String getString(int index) throws SQLException {
        if (!logical(index)) {
            return super.getString(index);
        }
        Object answer = answer(index);
        return answer == null ? null : answer.toString();
    }

    @Override
    public @Nullable String getString(String label) throws SQLException {
        return getString(raw.findColumn(label));
    }

    @Override
    public @Nullable Object getObject(int index) throws SQLException {
        return logical(index) ? answer(index) : super.getObject(index);
    }

    @Override
    public @Nullable Object getObject(String label) throws SQLException {
        return getObject(raw.findColumn(label));
    }
}
