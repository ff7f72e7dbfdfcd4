package dev.protection.encryption;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A sealed value: version byte, key id, nonce, ciphertext and tag, 37 bytes more than the encoded value. It is
 * meaningless without its key, and immutable. The spec is {@code spec/envelope.md} of protection-core.
 */
public final class Sealed {
    /** The first byte of every cell of this format. */
    public static final byte VERSION = (byte) 0xE7;

    /** How many bytes a cell has over the value in it. */
    public static final int OVERHEAD = 37;

    private final byte[] cell;

    private Sealed(byte[] cell) {
        this.cell = cell;
    }

    /**
     * Returns the sealed value of a binary column.
     *
     * @param cell the bytes, copied
     * @return the sealed value
     * @throws CellException when they have not the shape of a cell
     */
    public static Sealed of(byte[] cell) {
        if (!hasShape(cell)) {
            throw CellException.shape();
        }
        return new Sealed(cell.clone());
    }

    /**
     * Reads the sealed value of a character column.
     *
     * @param text base64url without padding (RFC 4648 section 5), canonical
     * @return the sealed value
     * @throws CellException when it is not such a text, or has not the shape of a cell
     */
    public static Sealed parse(String text) {
        try {
            Sealed sealed = of(Base64.getUrlDecoder().decode(text));
            if (sealed.text().equals(text)) {
                return sealed;
            }
        } catch (IllegalArgumentException malformed) {
            throw CellException.shape(); // the cause would quote the text
        }
        throw CellException.shape();
    }

    /**
     * Tells whether bytes have the shape of a cell. Whether they are one shows when they are opened.
     *
     * @param bytes any bytes
     * @return true when they begin with the version byte and are long enough
     */
    public static boolean hasShape(byte[] bytes) {
        return bytes.length >= OVERHEAD && bytes[0] == VERSION;
    }

    /**
     * Returns which key sealed it.
     *
     * @return the key id it carries
     */
    public KeyId keyId() {
        return new KeyId(ByteBuffer.wrap(cell).getLong(1));
    }

    /**
     * Returns the bytes for a binary column.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return cell.clone();
    }

    /**
     * Returns the text for a character column.
     *
     * @return base64url without padding
     */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cell);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(cell, sealed.cell);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cell);
    }

    @Override
    public String toString() {
        return "cell of " + cell.length + " bytes under key " + keyId();
    }
}
