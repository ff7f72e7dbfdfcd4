package dev.protection.access;

import dev.protection.FieldType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown in place of a value that the purpose does not need (Art. 5(1)(c), 25(2) GDPR). Never stored. */
public enum Mask {
    /** Text becomes {@code ***}, every other type SQL NULL. */
    REDACTED;

    private static final String TEXT = "***";

    /**
     * Returns what is shown.
     *
     * @param type the logical type of the field
     * @return {@code ***} for text; empty, meaning SQL NULL, for every other type
     */
    public Optional<Object> valueFor(FieldType type) {
        return type == FieldType.TEXT ? Optional.of(TEXT) : Optional.empty();
    }

    /**
     * Tells whether a value sent for storing is this mask coming back unchanged.
     *
     * @param type the logical type of the field
     * @param value what was sent; null for SQL NULL
     * @return true when it is what {@link #valueFor} shows
     */
    public boolean isSentBack(FieldType type, @Nullable Object value) {
        return Optional.ofNullable(value).equals(valueFor(type));
    }
}
