package dev.protection.anomaly;

import java.util.Objects;

/**
 * A keyed hash that stands for an address, a device or a session: equal for equal ones, and without the key nobody can
 * tell which (Art. 25(1) GDPR).
 *
 * @param hex lower-case hexadecimal, 32 digits
 */
public record KeyedHash(String hex) {
    private static final int DIGITS = 32;

    /**
     * Checks the digits, so that no raw address is taken for a hash.
     *
     * @param hex 32 lower-case hexadecimal digits
     * @throws IllegalArgumentException when it is anything else; the message does not repeat it
     */
    public KeyedHash {
        Objects.requireNonNull(hex, "hex");
        if (hex.length() != DIGITS || !hex.chars().allMatch(KeyedHash::isDigit)) {
            throw new IllegalArgumentException("a keyed hash has " + DIGITS + " lower-case hexadecimal digits");
        }
    }

    private static boolean isDigit(int character) {
        return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    }

    @Override
    public String toString() {
        return hex;
    }
}
