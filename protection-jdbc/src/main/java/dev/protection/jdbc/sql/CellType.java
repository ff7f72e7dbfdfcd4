package dev.protection.jdbc.sql;

import dev.protection.SearchColumn;
import java.sql.Types;
import java.util.OptionalLong;

/** The binary types that hold sealed values. */
enum CellType {
    /** One type for all lengths. */
    POSTGRESQL(Long.MAX_VALUE, "bytea", "bytea", "bytea", "bytea"),
    /** Long columns are kept off the row, whose size is limited. */
    MARIADB(4096, "varbinary(%d)", "longblob", "varbinary(32)", "varbinary(1040)"),
    /** Without a length it takes a mebibyte. */
    H2(1_048_576, "varbinary(%d)", "varbinary", "varbinary(32)", "varbinary(1040)");

    /** What sealing adds to a value. */
    private static final long OVERHEAD = 37;

    private static final long BYTES_PER_CHARACTER = 4;
    /** More than any other number, date or boolean takes in its canonical form. */
    private static final long SCALAR = 91;

    private static final long SIGN_AND_POINT = 3;

    private final long longest;
    private final String bounded;
    private final String unbounded;
    private final String term;
    private final String beginnings;

    CellType(long longest, String bounded, String unbounded, String term, String beginnings) {
        this.beginnings = beginnings;
        this.longest = longest;
        this.bounded = bounded;
        this.unbounded = unbounded;
        this.term = term;
    }

    static CellType of(Dialect dialect) {
        return valueOf(dialect.name());
    }

    /** The type of a helper column. */
    String forHelper(SearchColumn kind) {
        return kind.holdsBeginnings() ? beginnings : term;
    }

    /** The type that holds sealed values of a type. */
    String forColumn(ColumnType type) {
        OptionalLong bytes = plaintext(type);
        if (bytes.isEmpty() || bytes.getAsLong() + OVERHEAD > longest) {
            return unbounded;
        }
        return String.format(bounded, bytes.getAsLong() + OVERHEAD);
    }

    /** Whether a column is of a type that holds sealed values. */
    static boolean holdsCells(Catalogue.Column column) {
        return switch (column.jdbcType()) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
            default -> false;
        };
    }

    /** The type that holds sealed values of what a column holds in clear. */
    String forPlain(Catalogue.Column plain) {
        long bytes = switch (plain.jdbcType()) {
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR -> plain.size() * BYTES_PER_CHARACTER;
            case Types.CLOB, Types.NCLOB, Types.LONGVARCHAR, Types.LONGNVARCHAR -> longest;
            default -> SCALAR;
        };
        return bytes == 0 || bytes > longest - OVERHEAD ? unbounded : String.format(bounded, bytes + OVERHEAD);
    }

    /** The most bytes of a value; empty when there is no limit. */
    private static OptionalLong plaintext(ColumnType type) {
        return switch (type.field()) {
            case TEXT -> length(type, BYTES_PER_CHARACTER);
            case BYTES -> length(type, 1);
            case DECIMAL -> OptionalLong.of(Math.max(SCALAR, type.length() + SIGN_AND_POINT));
            case INTEGER, DATE, TIMESTAMP, BOOLEAN -> OptionalLong.of(SCALAR);
        };
    }

    private static OptionalLong length(ColumnType type, long each) {
        return type.limited() ? OptionalLong.of(type.length() * each) : OptionalLong.empty();
    }
}
