package dev.protection.access;

import dev.protection.FieldType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is shown in place of a value (Art. 5(1)(c), 25(2) GDPR). It keeps the type and is never stored. A mask that does
 * not fit a type is {@link #REDACTED}.
 */
public enum Mask {
    /** Text becomes {@code ***}, every other type SQL NULL. */
    REDACTED,
    /** Text of at least eight characters becomes {@code ***} and its last two. */
    PARTIAL,
    /** Days and times become the beginning of their year. */
    YEAR_ONLY,
    /** Days and times become the beginning of their month, whole numbers are rounded towards zero to their first figure. */
    GENERALISED,
    /**
     * Text becomes a keyed hash, 16 hexadecimal digits after {@code #}: equal texts of one field and controller are seen to
     * be equal, and nothing else of them.
     */
    HASH;

    private static final String TEXT = "***";
    private static final int LONG_ENOUGH = 8;
    private static final int LEFT = 2;

    /**
     * Returns what is shown whatever the value is.
     *
     * @param type the logical type of the field
     * @return {@code ***} for text; empty, meaning SQL NULL, for every other type
     */
    public Optional<Object> valueFor(FieldType type) {
        return type == FieldType.TEXT ? Optional.of(TEXT) : Optional.empty();
    }

    /**
     * Returns what is shown of a value. What {@link #HASH} shows needs a key, which the read has; here it is what
     * {@link #REDACTED} shows.
     *
     * @param type the logical type of the field
     * @param value the value, of that type
     * @return a value of the same type; empty for SQL NULL
     */
    public Optional<Object> of(FieldType type, Object value) {
        return switch (this) {
            case REDACTED, HASH -> valueFor(type);
            case PARTIAL -> value instanceof String text ? Optional.of(ending(text)) : valueFor(type);
            case YEAR_ONLY -> beginning(type, value, true);
            case GENERALISED ->
                value instanceof Long number ? Optional.of(rounded(number)) : beginning(type, value, false);
        };
    }

    /**
     * Tells whether what is shown depends on the value, so that the value must be opened first.
     *
     * @return false for {@link #REDACTED}
     */
    public boolean showsSome() {
        return this != REDACTED;
    }

    /**
     * Tells whether a value sent for storing is this mask coming back unchanged.
     *
     * @param type the logical type of the field
     * @param value what was sent; null for SQL NULL
     * @return true when it is what {@link #valueFor} shows; never for a mask that shows something of the value
     */
    public boolean isSentBack(FieldType type, @Nullable Object value) {
        return !showsSome() && Optional.ofNullable(value).equals(valueFor(type));
    }

    /**
     * Returns the word used in files.
     *
     * @return lower case with dashes, for example {@code year-only}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String ending(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters < LONG_ENOUGH ? TEXT : TEXT + text.substring(text.offsetByCodePoints(0, characters - LEFT));
    }

    private Optional<Object> beginning(FieldType type, Object value, boolean ofYear) {
        if (value instanceof LocalDate day) {
            return Optional.of(beginning(day, ofYear));
        }
        return value instanceof LocalDateTime time
                ? Optional.of(beginning(time.toLocalDate(), ofYear).atStartOfDay())
                : valueFor(type);
    }

    private static LocalDate beginning(LocalDate day, boolean ofYear) {
        return ofYear ? day.withDayOfYear(1) : day.withDayOfMonth(1);
    }

    private static Long rounded(long number) {
        long unit = 1;
        while (number / unit > 9 || number / unit < -9) {
            unit *= 10;
        }
        return number / unit * unit;
    }
}
