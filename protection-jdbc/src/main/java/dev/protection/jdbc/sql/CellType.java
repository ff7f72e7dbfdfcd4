package dev.protection.jdbc.sql;

import dev.protection.SearchColumn;
import java.sql.Types;
import java.util.OptionalLong;
import java.util.Set;

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
    /** More than any number, date or boolean takes in its canonical form. */
    private static final long SCALAR = 91;

    private static final Set<String> BOUNDED_TEXT = Set.of("varchar", "nvarchar", "varchar2", "varchar_ignorecase");
    private static final Set<String> UNBOUNDED = Set.of(
            "text",
            "clob",
            "longtext",
            "mediumtext",
            "tinytext",
            "ntext",
            "nclob",
            "blob",
            "longblob",
            "mediumblob",
            "bytea",
            "json",
            "jsonb");
    private static final Set<String> BYTES = Set.of("varbinary", "binary", "raw");
    private static final Set<String> SCALARS = Keywords.words("""
            int integer int2 int4 int8 bigint smallint tinyint mediumint serial numeric decimal dec number real float
            float4 float8 double date time timestamp timestamptz datetime bool boolean bit uuid""");

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
    String forColumn(TokenList type, String sql) {
        OptionalLong bytes = plaintext(type, sql);
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
    private static OptionalLong plaintext(TokenList type, String sql) {
        String word = type.get(0).text();
        boolean varying = type.get(1).word("varying");
        boolean large = type.anyWord("large") || UNBOUNDED.contains(word);
        boolean text = BOUNDED_TEXT.contains(word)
                || (varying && (word.equals("char") || word.equals("character") || word.equals("national")));
        if (large) {
            return OptionalLong.empty();
        }
        if (text || BYTES.contains(word)) {
            OptionalLong length = length(type, sql);
            long each = text ? BYTES_PER_CHARACTER : 1;
            return length.isPresent() ? OptionalLong.of(length.getAsLong() * each) : length;
        }
        if (SCALARS.contains(word)) {
            return OptionalLong.of(SCALAR);
        }
        OptionalLong longest = ValueList.enumerated(type);
        if (longest.isPresent()) {
            return OptionalLong.of(longest.getAsLong() * BYTES_PER_CHARACTER);
        }
        throw SqlRefusal.DEFINITION.at(type.get(0).start());
    }

    private static OptionalLong length(TokenList type, String sql) {
        int open = type.indexOfSymbol("(", 0);
        if (open < 0) {
            return OptionalLong.empty();
        }
        String digits = type.get(open + 1).span().of(sql);
        boolean number = digits.length() <= 9 && digits.chars().allMatch(c -> Characters.digit((char) c));
        if (!number) {
            throw SqlRefusal.DEFINITION.at(type.get(open + 1).start());
        }
        return OptionalLong.of(Long.parseLong(digits));
    }
}
