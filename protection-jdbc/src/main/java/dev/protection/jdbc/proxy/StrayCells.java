package dev.protection.jdbc.proxy;

import dev.protection.encryption.Sealed;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the binary columns that are handed on as they are stored: a cell that was put there does not leave. Columns
 * of large objects are streamed and not looked into.
 */
final class StrayCells {
    private final ResultSet raw;
    private final RowOpener opener;
    private @Nullable BitSet binary;

    StrayCells(ResultSet raw, RowOpener opener) {
        this.raw = raw;
        this.opener = opener;
    }

    /** The driver's ordinal of a column of the row under the cursor. */
    void requireNone(int physical) throws SQLException {
        if (binary().get(physical)) {
            byte[] bytes = raw.getBytes(physical);
            if (bytes != null && Sealed.hasShape(bytes)) {
                opener.requireNoCell(bytes);
            }
        }
    }

    private BitSet binary() throws SQLException {
        BitSet known = binary;
        if (known == null) {
            known = new BitSet();
            ResultSetMetaData columns = raw.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                int type = columns.getColumnType(i);
                known.set(i, type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY);
            }
            binary = known;
        }
        return known;
    }
}
