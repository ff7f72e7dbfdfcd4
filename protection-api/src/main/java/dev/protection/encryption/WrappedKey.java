package dev.protection.encryption;

import java.util.Arrays;

/** A key encrypted under another key; useless to whoever lacks that other key, and still not printed. Immutable. */
public final class WrappedKey {
    private final byte[] bytes;

    private WrappedKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns a wrapped key of these bytes.
     *
     * @param bytes what a {@link KeyWrapper} or a parent key returned, copied; not empty
     * @return the wrapped key
     * @throws IllegalArgumentException when there are no bytes
     */
    public static WrappedKey of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("a wrapped key is not empty");
        }
        return new WrappedKey(bytes.clone());
    }

    /**
     * Returns the bytes to store.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says how long it is, never what it is. */
    @Override
    public String toString() {
        return "wrapped key of " + bytes.length + " bytes";
    }
}
