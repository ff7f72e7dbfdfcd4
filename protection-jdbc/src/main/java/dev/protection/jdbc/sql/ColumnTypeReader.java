package dev.protection.jdbc.sql;

import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.Search;
import dev.protection.jdbc.sql.ColumnType.Kind;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the type of an encrypted column from its definition. What a product does with values of a type that is not
 * read here is not reproduced, so such a column is refused: padded text and bytes, unsigned and floating numbers, times
 * with zones, MariaDB's TIMESTAMP, which depends on the session's zone.
 */
final class ColumnTypeReader {
    private static final Map<String, Kind> EVERYWHERE = kinds("""
            varchar VARCHAR, character varying VARCHAR, char varying VARCHAR, national varchar VARCHAR,
            national character varying VARCHAR, national char varying VARCHAR, smallint SMALLINT, int2 SMALLINT,
            int INTEGER, integer INTEGER, int4 INTEGER, bigint BIGINT, int8 BIGINT, numeric NUMERIC,
            decimal DECIMAL, dec DECIMAL, date DATE, boolean BOOLEAN, bool BOOLEAN""");

    private static final Map<Dialect, Map<String, Kind>> OWN =
            Map.of(Dialect.H2, kinds("""
                    nvarchar VARCHAR, varchar2 VARCHAR, nvarchar2 VARCHAR, text VARCHAR, tinytext VARCHAR,
                    mediumtext VARCHAR, longtext VARCHAR, clob CLOB, nclob CLOB, character large object CLOB,
                    char large object CLOB, tinyint TINYINT, mediumint INTEGER, number NUMERIC,
                    timestamp TIMESTAMP, timestamp without time zone TIMESTAMP, datetime TIMESTAMP, bit BOOLEAN,
                    varbinary VARBINARY, binary varying VARBINARY, bytea VARBINARY, raw VARBINARY, blob BLOB,
                    binary large object BLOB, tinyblob BLOB, mediumblob BLOB, longblob BLOB"""), Dialect.POSTGRESQL, kinds("""
                    text TEXT, timestamp TIMESTAMP, timestamp without time zone TIMESTAMP, bytea VARBINARY"""), Dialect.MARIADB, kinds("""
                    nvarchar VARCHAR, tinytext TINYTEXT, text TEXT, mediumtext MEDIUMTEXT, longtext LONGTEXT,
                    tinyint TINYINT, mediumint MEDIUMINT, datetime TIMESTAMP, bit BIT, varbinary VARBINARY,
                    tinyblob TINYBLOB, blob BLOB, mediumblob MEDIUMBLOB, longblob LONGBLOB"""));

    private static final Set<Kind> WITH_LENGTH = Set.of(Kind.VARCHAR, Kind.VARBINARY);
    private static final int MOST_FRACTION = 6;

    private final Dialect dialect;
    private final TokenList type;
    private final List<Integer> sizes = new ArrayList<>();

    private ColumnTypeReader(Dialect dialect, TokenList type) {
        this.dialect = dialect;
        this.type = type;
    }

    private static Map<String, Kind> kinds(String list) {
        Map<String, Kind> kinds = new TreeMap<>();
        for (String entry : list.trim().split(",\\s*", -1)) {
            int space = entry.lastIndexOf(' ');
            kinds.put(entry.substring(0, space).replaceAll("\\s+", " "), Kind.valueOf(entry.substring(space + 1)));
        }
        return Map.copyOf(kinds);
    }

    /** Reads a type of a field; refused when it is not certain, or is none for values of the field. */
    static ColumnType read(TokenList type, String sql, Dialect dialect, Field field) {
        ColumnTypeReader reader = new ColumnTypeReader(dialect, type);
        ColumnType read = type.get(0).word("enum") ? reader.listed(field, sql) : reader.read(sql);
        if (read.field() != field.type()) {
            throw SqlRefusal.DEFINITION.at(type.get(0).start());
        }
        return read;
    }

    /** The type of a column in clear that is there; empty when it is none of those that are read here. */
    static Optional<ColumnType> read(Catalogue.Column column, Dialect dialect) {
        String written = column.typeName() + sizes(column, dialect);
        try {
            List<Token> tokens = Tokenizer.tokens(written, dialect, SqlMode.of(dialect));
            TokenList type = new TokenList(tokens.stream()
                    .filter(token -> token.kind() != Token.Kind.END)
                    .toList());
            return Optional.of(new ColumnTypeReader(dialect, type).read(written));
        } catch (SqlRefused other) {
            return Optional.empty();
        }
    }

    private static String sizes(Catalogue.Column column, Dialect dialect) {
        boolean unlimited = column.size() == 0 || column.size() >= 1_000_000_000;
        return switch (column.jdbcType()) {
            case Types.VARCHAR, Types.VARBINARY ->
                unlimited || column.typeName().toLowerCase(Locale.ROOT).matches("text|tiny.*")
                        ? ""
                        : "(" + column.size() + ")";
            case Types.NUMERIC, Types.DECIMAL ->
                unlimited ? "" : "(" + column.size() + "," + Math.max(0, column.digits()) + ")";
            case Types.TIMESTAMP ->
                "(" + (dialect == Dialect.MARIADB ? Math.max(0, column.size() - 20) : column.digits()) + ")";
            default -> "";
        };
    }

    /** The values of an ENUM are texts; sorted they would be by their places in its list. */
    private ColumnType listed(Field field, String sql) {
        Optional<List<String>> texts =
                ValueList.enumerated(type) ? ValueList.texts(type, sql, dialect) : Optional.empty();
        boolean text = field.type() == FieldType.TEXT && !field.search().contains(Search.ORDER);
        if (dialect == Dialect.POSTGRESQL || texts.isEmpty() || !text) {
            throw refused();
        }
        int longest = texts.get().stream().mapToInt(String::length).max().orElse(0);
        return new ColumnType(Kind.ENUM, longest, 0, Optional.of(new ListedValues(texts.get(), "")));
    }

    private ColumnType read(String sql) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < type.size(); i++) {
            if (type.get(i).symbol("(")) {
                int close = type.closing(i);
                sizes(type.between(i + 1, close), sql);
                i = close;
            } else {
                words.add(type.get(i).word(type.get(i).text()) ? type.get(i).text() : "?");
            }
        }
        String name = String.join(" ", words);
        Kind kind = EVERYWHERE.getOrDefault(
                name, OWN.getOrDefault(dialect, Map.of()).get(name));
        if (kind == null) {
            throw refused();
        }
        return switch (kind.field()) {
            case TEXT, BYTES -> sized(kind);
            case INTEGER -> whole(kind);
            case DECIMAL -> decimal(kind, name);
            case TIMESTAMP -> timestamp(name);
            case DATE -> plain(Kind.DATE);
            case BOOLEAN -> plain(kind, 1);
        };
    }

    private void sizes(TokenList inside, String sql) {
        for (TokenList size : inside.split()) {
            String digits = size.size() == 1 ? size.get(0).span().of(sql) : "";
            boolean number = !digits.isEmpty()
                    && digits.length() <= 9
                    && digits.chars().allMatch(c -> Characters.digit((char) c));
            if (!number || sizes.size() > 1) {
                throw refused();
            }
            sizes.add(Integer.parseInt(digits));
        }
    }

    private SqlRefused refused() {
        return SqlRefusal.DEFINITION.at(type.get(0).start());
    }

    private ColumnType plain(Kind kind, Integer... allowed) {
        if (!sizes.isEmpty() && !sizes.equals(List.of(allowed))) {
            throw refused();
        }
        return ColumnType.plain(kind);
    }

    private ColumnType sized(Kind kind) {
        boolean length = WITH_LENGTH.contains(kind) && !(kind == Kind.VARBINARY && dialect == Dialect.POSTGRESQL);
        if (sizes.isEmpty()) {
            return ColumnType.plain(kind);
        }
        if (!length || sizes.size() > 1) {
            throw refused();
        }
        return new ColumnType(kind, sizes.get(0), 0);
    }

    /** MariaDB's number in brackets is how wide it is shown; one digit makes a boolean of TINYINT. */
    private ColumnType whole(Kind kind) {
        if (sizes.isEmpty() || dialect == Dialect.POSTGRESQL) {
            return plain(kind);
        }
        boolean flag = dialect == Dialect.MARIADB && kind == Kind.TINYINT && sizes.get(0) == 1;
        if (sizes.size() > 1) {
            throw refused();
        }
        return flag
                ? ColumnType.plain(Kind.BOOLEAN)
                : new ColumnType(kind, dialect == Dialect.MARIADB ? sizes.get(0) : ColumnType.UNLIMITED, 0);
    }

    /** Without digits it is another type in some modes of H2. */
    private ColumnType decimal(Kind kind, String name) {
        boolean bare = sizes.isEmpty();
        if (dialect == Dialect.H2 && (bare || (name.equals("number") && sizes.size() < 2))) {
            throw refused();
        }
        if (bare) {
            return dialect == Dialect.MARIADB ? new ColumnType(Kind.DECIMAL, 10, 0) : ColumnType.plain(Kind.NUMERIC);
        }
        int scale = sizes.size() > 1 ? sizes.get(1) : 0;
        if (scale > sizes.get(0)) {
            throw refused();
        }
        Kind own = dialect == Dialect.H2 ? kind : dialect == Dialect.MARIADB ? Kind.DECIMAL : Kind.NUMERIC;
        return new ColumnType(own, sizes.get(0), scale);
    }

    /** H2 knows DATETIME in some modes, which differ in its digits. */
    private ColumnType timestamp(String name) {
        boolean bare = sizes.isEmpty();
        int most = dialect == Dialect.H2 ? 9 : MOST_FRACTION;
        boolean unclear = dialect == Dialect.H2 && name.equals("datetime") && bare;
        if (unclear || sizes.size() > 1 || (!bare && sizes.get(0) > most)) {
            throw refused();
        }
        int usual = dialect == Dialect.MARIADB ? 0 : MOST_FRACTION;
        return new ColumnType(Kind.TIMESTAMP, bare ? usual : sizes.get(0), 0);
    }
}
