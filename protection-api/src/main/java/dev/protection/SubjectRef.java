package dev.protection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.UUID;

/**
 * The person: the data subject of Art. 4(1) GDPR as one tenant knows it. Contact 42 and team member 42 are two people.
 *
 * <p>The id may itself be personal data, so {@link #toString()} leaves it out.
 *
 * @param tenant whose data it is
 * @param kind the role in which the person is known, for example {@code contact}
 * @param id canonical: a decimal integer, a lower-case UUID, or text unchanged
 */
public record SubjectRef(TenantId tenant, String kind, String id) {
    /**
     * Checks the parts.
     *
     * @param tenant whose data it is
     * @param kind not blank
     * @param id canonical and not empty
     * @throws IllegalArgumentException when the kind is blank or the id empty
     */
    public SubjectRef {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        if (kind.isBlank() || id.isEmpty()) {
            throw new IllegalArgumentException("a subject has a kind and an id");
        }
    }

    /**
     * Returns a reference, bringing the id into its canonical form.
     *
     * @param tenant whose data it is
     * @param kind the role in which the person is known
     * @param id an integer of any Java type, a UUID, or text
     * @return the reference
     * @throws IllegalArgumentException when the id is of another type or not a whole number
     */
    public static SubjectRef of(TenantId tenant, String kind, Object id) {
        return new SubjectRef(tenant, kind, canonicalId(id));
    }

    /**
     * Returns the canonical text of an id.
     *
     * @param id an integer of any Java type, a UUID, or text
     * @return decimal digits without leading zeros, a lower-case UUID, or the text unchanged
     * @throws IllegalArgumentException when the id is of another type or not a whole number
     */
    public static String canonicalId(Object id) {
        if (id instanceof CharSequence text) {
            return text.toString();
        }
        if (id instanceof UUID uuid) {
            return uuid.toString();
        }
        if (id instanceof Integer || id instanceof Long || id instanceof Short || id instanceof Byte) {
            return Long.toString(((Number) id).longValue());
        }
        if (id instanceof BigInteger whole) {
            return whole.toString();
        }
        if (id instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() <= 0) {
            return decimal.toBigIntegerExact().toString();
        }
        throw new IllegalArgumentException("a subject id is an integer, a UUID or text, not a "
                + id.getClass().getName());
    }

    @Override
    public String toString() {
        return kind + " of " + tenant;
    }
}
