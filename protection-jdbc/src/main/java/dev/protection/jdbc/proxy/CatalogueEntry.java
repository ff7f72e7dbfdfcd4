package dev.protection.jdbc.proxy;

import dev.protection.FieldType;
import dev.protection.jdbc.sql.ColumnType;
import dev.protection.jdbc.sql.ColumnType.Kind;
import dev.protection.jdbc.sql.Dialect;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * A column as {@link java.sql.DatabaseMetaData#getColumns} describes it, each product in its way.
 *
 * @param code of {@link Types}
 * @param name the database's name of the type
 * @param size {@code COLUMN_SIZE}
 * @param digits {@code DECIMAL_DIGITS}
 * @param radix {@code NUM_PREC_RADIX}
 * @param octets {@code CHAR_OCTET_LENGTH}
 */
record CatalogueEntry(
        int code,
        String name,
        int size,
        @Nullable Integer digits,
        @Nullable Integer radix,
        @Nullable Integer octets) {
    private static final int LARGEST = Integer.MAX_VALUE;

    static CatalogueEntry of(ColumnType type, TypeDescription described, Dialect dialect) {
        return switch (dialect) {
            case H2 -> h2(type, described);
            case POSTGRESQL -> postgres(type, described);
            case MARIADB -> maria(type, described);
        };
    }

    private static CatalogueEntry h2(ColumnType type, TypeDescription described) {
        Integer radix = switch (type.field()) {
            case INTEGER -> 2;
            case DECIMAL -> 10;
            default -> null;
        };
        int size = described.precision();
        return new CatalogueEntry(described.code(), described.name(), size, described.scale(), radix, size);
    }

    private static CatalogueEntry postgres(ColumnType type, TypeDescription described) {
        boolean lettered = type.field() == FieldType.TEXT || type.field() == FieldType.BYTES;
        boolean anyNumber = type.field() == FieldType.DECIMAL && !type.limited();
        int size = described.precision();
        return new CatalogueEntry(
                described.code(),
                described.name(),
                size,
                anyNumber ? null : (Integer) described.scale(),
                10,
                lettered ? (Integer) size : null);
    }

    private static CatalogueEntry maria(ColumnType type, TypeDescription described) {
        int size = mariaSize(type, described);
        boolean number = type.field() == FieldType.INTEGER || type.kind() == Kind.BOOLEAN;
        Integer digits = type.field() == FieldType.DECIMAL ? (Integer) type.scale() : number ? 0 : null;
        return new CatalogueEntry(
                mariaCode(type, described),
                type.kind() == Kind.INTEGER ? "INT" : described.name(),
                size,
                digits,
                10,
                mariaOctets(type, size));
    }

    private static int mariaCode(ColumnType type, TypeDescription described) {
        return switch (type.kind()) {
            case TEXT, MEDIUMTEXT, LONGTEXT -> Types.LONGVARCHAR;
            case BLOB, MEDIUMBLOB, LONGBLOB -> Types.LONGVARBINARY;
            case BIT -> Types.BIT;
            default -> described.code();
        };
    }

    private static int mariaSize(ColumnType type, TypeDescription described) {
        return switch (type.kind()) {
            case TINYTEXT, TEXT, MEDIUMTEXT, TINYBLOB, BLOB, MEDIUMBLOB ->
                type.kind().capacity();
            case LONGTEXT, LONGBLOB -> LARGEST;
            case BOOLEAN -> 3;
            case TINYINT, SMALLINT, MEDIUMINT, INTEGER, BIGINT ->
                MariaTypes.of(ColumnType.plain(type.kind())).precision();
            default -> described.precision();
        };
    }

    /** Counted as four bytes a character. */
    private static @Nullable Integer mariaOctets(ColumnType type, int size) {
        return switch (type.field()) {
            case TEXT -> type.kind() == Kind.VARCHAR && type.limited() ? (Integer) (4 * size) : (Integer) size;
            case BYTES -> size;
            default -> null;
        };
    }
}
