package dev.protection.jdbc.sql;

import dev.protection.FieldType;
import java.util.Objects;
import java.util.Optional;

/**
 * The type that an encrypted column has for the application: the one its definition names.
 *
 * @param kind the type without its size
 * @param length characters, bytes, digits, or digits of a second's fraction; {@link #UNLIMITED} where there is no limit
 * @param scale digits after the point
 * @param listed the only texts it holds; empty for any
 */
public record ColumnType(Kind kind, int length, int scale, Optional<ListedValues> listed) {
    /** No limit, or none that is declared. */
    public static final int UNLIMITED = -1;

    /**
     * Checks the parts.
     *
     * @param kind the kind
     * @param length the length
     * @param scale the scale
     * @param listed the only texts
     */
    public ColumnType {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(listed, "listed");
    }

    /**
     * A type that holds any text.
     *
     * @param kind the kind
     * @param length the length
     * @param scale the scale
     */
    public ColumnType(Kind kind, int length, int scale) {
        this(kind, length, scale, Optional.empty());
    }

    /** The same type with other texts, or any. */
    ColumnType holding(Optional<ListedValues> texts) {
        return new ColumnType(kind, length, scale, texts);
    }

    /** The types that encrypted columns can have; which products have which, {@link ColumnTypeReader} says. */
    public enum Kind {
        /** Text of no declared type. */
        ANY_TEXT(FieldType.TEXT, UNLIMITED),
        /** Text, perhaps of limited length. */
        VARCHAR(FieldType.TEXT, UNLIMITED),
        /** H2: a large object of characters. */
        CLOB(FieldType.TEXT, UNLIMITED),
        /** MariaDB: text of 255 bytes. */
        TINYTEXT(FieldType.TEXT, 0xFF),
        /** PostgreSQL: text; MariaDB: text of 64 kilobytes. */
        TEXT(FieldType.TEXT, 0xFFFF),
        /** MariaDB: text of 16 megabytes. */
        MEDIUMTEXT(FieldType.TEXT, 0xFF_FFFF),
        /** MariaDB: text without limit. */
        LONGTEXT(FieldType.TEXT, UNLIMITED),
        /** One of some texts. */
        ENUM(FieldType.TEXT, UNLIMITED),
        /** A whole number of no declared type. */
        ANY_INTEGER(FieldType.INTEGER, 64),
        /** 8 bits. */
        TINYINT(FieldType.INTEGER, 8),
        /** 16 bits. */
        SMALLINT(FieldType.INTEGER, 16),
        /** MariaDB: 24 bits. */
        MEDIUMINT(FieldType.INTEGER, 24),
        /** 32 bits. */
        INTEGER(FieldType.INTEGER, 32),
        /** 64 bits. */
        BIGINT(FieldType.INTEGER, 64),
        /** A decimal number of no declared type. */
        ANY_DECIMAL(FieldType.DECIMAL, UNLIMITED),
        /** A decimal number, which H2 tells from {@link #DECIMAL}. */
        NUMERIC(FieldType.DECIMAL, UNLIMITED),
        /** A decimal number. */
        DECIMAL(FieldType.DECIMAL, UNLIMITED),
        /** A day. */
        DATE(FieldType.DATE, UNLIMITED),
        /** Day and time of day. */
        TIMESTAMP(FieldType.TIMESTAMP, UNLIMITED),
        /** True or false. */
        BOOLEAN(FieldType.BOOLEAN, UNLIMITED),
        /** MariaDB: one bit, read as a boolean. */
        BIT(FieldType.BOOLEAN, UNLIMITED),
        /** Bytes of no declared type. */
        ANY_BYTES(FieldType.BYTES, UNLIMITED),
        /** Bytes, perhaps of limited length. */
        VARBINARY(FieldType.BYTES, UNLIMITED),
        /** MariaDB: 255 bytes. */
        TINYBLOB(FieldType.BYTES, 0xFF),
        /** H2: a large object; MariaDB: 64 kilobytes. */
        BLOB(FieldType.BYTES, 0xFFFF),
        /** MariaDB: 16 megabytes. */
        MEDIUMBLOB(FieldType.BYTES, 0xFF_FFFF),
        /** MariaDB: bytes without limit. */
        LONGBLOB(FieldType.BYTES, UNLIMITED);

        private final FieldType field;
        private final int capacity;

        Kind(FieldType field, int capacity) {
            this.field = field;
            this.capacity = capacity;
        }

        /**
         * Returns the type of the fields that such columns hold.
         *
         * @return the logical type
         */
        public FieldType field() {
            return field;
        }

        /**
         * Returns what the kind itself limits.
         *
         * @return bits of a whole number, MariaDB's bytes of a large text or binary; {@link #UNLIMITED} for others
         */
        public int capacity() {
            return capacity;
        }
    }

    /**
     * The type of a column whose definition is not known: the field's own, without any size.
     *
     * @param type the field's type
     * @return a type without limits; timestamps have six digits of a second's fraction
     */
    public static ColumnType undeclared(FieldType type) {
        return switch (type) {
            case TEXT -> plain(Kind.ANY_TEXT);
            case INTEGER -> plain(Kind.ANY_INTEGER);
            case DECIMAL -> plain(Kind.ANY_DECIMAL);
            case DATE -> plain(Kind.DATE);
            case TIMESTAMP -> new ColumnType(Kind.TIMESTAMP, 6, 0);
            case BOOLEAN -> plain(Kind.BOOLEAN);
            case BYTES -> plain(Kind.ANY_BYTES);
        };
    }

    /**
     * The type of a kind without any size.
     *
     * @param kind the kind
     * @return the type
     */
    public static ColumnType plain(Kind kind) {
        return new ColumnType(kind, UNLIMITED, 0);
    }

    /**
     * Returns the type of the fields that the column holds.
     *
     * @return the logical type
     */
    public FieldType field() {
        return kind.field();
    }

    /**
     * Tells whether a size is declared.
     *
     * @return false for text, bytes and decimal numbers without limit
     */
    public boolean limited() {
        return length != UNLIMITED;
    }

    /** Whether every value of another type is, unchanged, a value of this one. */
    boolean holds(ColumnType other, Dialect dialect) {
        boolean allTexts = listed.isEmpty()
                || (other.listed.isPresent()
                        && listed.get().texts().containsAll(other.listed.get().texts()));
        if (kind.field() != other.kind.field() || !allTexts) {
            return false;
        }
        return switch (kind.field()) {
            case TEXT, BYTES -> within(other.room(dialect), room(dialect));
            case INTEGER -> other.kind.capacity() <= kind.capacity();
            case DECIMAL ->
                !limited() || (other.limited() && other.length - other.scale <= length - scale && other.scale <= scale);
            case TIMESTAMP -> other.length <= length;
            case DATE, BOOLEAN -> true;
        };
    }

    private static boolean within(long needed, long room) {
        return room == UNLIMITED || (needed != UNLIMITED && needed <= room);
    }

    /** The most characters of text, or bytes, that surely fit; of what is put there, the most there can be. */
    private long room(Dialect dialect) {
        if (limited() || dialect != Dialect.MARIADB || kind.capacity() == UNLIMITED) {
            return length;
        }
        return kind.field() == FieldType.TEXT ? kind.capacity() / 4 : kind.capacity();
    }
}
