package dev.protection.encryption;

import java.util.HexFormat;

/**
 * The name of a subject key, carried by every cell sealed with it: 8 random bytes, read as a big-endian number.
 *
 * @param value any value; it says nothing about the person or the order of creation
 */
public record KeyId(long value) implements Comparable<KeyId> {
    /** How many bytes a key id has in a cell. */
    public static final int LENGTH = Long.BYTES;

    @Override
    public int compareTo(KeyId other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
