package dev.protection.jdbc.proxy;

import java.sql.Types;

/**
 * A column as {@code ResultSetMetaData} describes it.
 *
 * @param code of {@link Types}
 * @param name the database's name of the type
 * @param read the class {@code getObject} gives
 * @param precision digits or characters, or bits in H2's whole numbers
 * @param scale digits after the point
 * @param displaySize the most characters
 * @param signed whether the driver says so
 * @param caseSensitive whether the driver says so
 */
record TypeDescription(
        int code,
        String name,
        Class<?> read,
        int precision,
        int scale,
        int displaySize,
        boolean signed,
        boolean caseSensitive) {

    /** One whose precision is its display size, without digits after the point. */
    static TypeDescription sized(int code, String name, Class<?> read, int size) {
        return new TypeDescription(code, name, read, size, 0, size, false, false);
    }

    TypeDescription scale(int digits) {
        return new TypeDescription(code, name, read, precision, digits, displaySize, signed, caseSensitive);
    }

    TypeDescription displaySize(int most) {
        return new TypeDescription(code, name, read, precision, scale, most, signed, caseSensitive);
    }

    TypeDescription flags(boolean isSigned, boolean isCaseSensitive) {
        return new TypeDescription(code, name, read, precision, scale, displaySize, isSigned, isCaseSensitive);
    }
}
