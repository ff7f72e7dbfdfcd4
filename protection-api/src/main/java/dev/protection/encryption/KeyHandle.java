package dev.protection.encryption;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * How records speak of a person: 16 random bytes kept in the key record and destroyed with it, so that an append-only
 * log can outlive an erasure (Art. 17 GDPR). Immutable.
 */
public final class KeyHandle {
    /** How many bytes a handle has. */
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private KeyHandle(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the handle of these bytes.
     *
     * @param bytes exactly 16, copied
     * @return the handle
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static KeyHandle of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a handle has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new KeyHandle(bytes.clone());
    }

    /**
     * Reads a handle from its text.
     *
     * @param hex 32 hexadecimal digits
     * @return the handle
     * @throws IllegalArgumentException when it is not such a text
     */
    public static KeyHandle parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /**
     * Returns the bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHandle handle && Arrays.equals(bytes, handle.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns 32 lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
