package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The order of opened values: the one the plain column would have. */
final class SortedValues {
    private SortedValues() {}

    /** Compares two values of one field. */
    static int compare(Object left, Object right, Dialect dialect) {
        if (left instanceof String text) {
            return dialect == Dialect.H2 ? text.compareTo((String) right) : byCodePoint(text, (String) right);
        }
        if (left instanceof Long number) {
            return number.compareTo((Long) right);
        }
        if (left instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) right);
        }
        if (left instanceof LocalDate day) {
            return day.compareTo((LocalDate) right);
        }
        if (left instanceof LocalDateTime moment) {
            return moment.compareTo((LocalDateTime) right);
        }
        return ((Boolean) left).compareTo((Boolean) right);
    }

    /** As UTF-8 bytes compare; H2 compares the UTF-16 units of Java, which puts the highest planes elsewhere. */
    static int byCodePoint(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char one = left.charAt(i);
            char other = right.charAt(i);
            if (one != other) {
                boolean pairs = Character.isSurrogate(one) != Character.isSurrogate(other);
                return pairs ? (Character.isSurrogate(one) ? 1 : -1) : Character.compare(one, other);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
