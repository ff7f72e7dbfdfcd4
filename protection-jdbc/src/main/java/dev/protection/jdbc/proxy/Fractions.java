package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Dialect;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * How a product keeps the fraction of a second in a column with fewer digits. MariaDB cuts. H2 rounds. PostgreSQL has
 * microseconds first, from its driver rounded, from a text to the nearest even one; then it rounds away from the start
 * of the year 2000.
 */
final class Fractions {
    static final int MICROSECONDS = 6;

    private static final int NANOSECONDS = 9;
    private static final int NANOS = 1_000;
    private static final double SECOND = 1e9;
    private static final double MICROS_OF_SECOND = 1e6;
    private static final LocalDateTime POSTGRESQL_EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Dialect dialect;

    Fractions(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The time as it is kept.
     *
     * @param digits of the fraction
     * @param literal whether the product reads it from a text
     */
    LocalDateTime round(LocalDateTime time, int digits, boolean literal) {
        return switch (dialect) {
            case MARIADB -> cut(time, digits);
            case H2 -> nearest(time, digits);
            case POSTGRESQL -> {
                LocalDateTime micros = literal ? even(time) : nearest(time, MICROSECONDS);
                yield micros.isBefore(POSTGRESQL_EPOCH) ? nearestDown(micros, digits) : nearest(micros, digits);
            }
        };
    }

    private static long unit(int digits) {
        return Math.round(Math.pow(10, NANOSECONDS - digits));
    }

    private static LocalDateTime cut(LocalDateTime time, int digits) {
        return time.minusNanos(time.get(ChronoField.NANO_OF_SECOND) % unit(digits));
    }

    private static LocalDateTime nearest(LocalDateTime time, int digits) {
        long rest = time.get(ChronoField.NANO_OF_SECOND) % unit(digits);
        boolean up = rest > 0 && rest >= unit(digits) / 2;
        return up ? cut(time, digits).plusNanos(unit(digits)) : cut(time, digits);
    }

    private static LocalDateTime nearestDown(LocalDateTime time, int digits) {
        long rest = time.get(ChronoField.NANO_OF_SECOND) % unit(digits);
        return rest > unit(digits) / 2 ? cut(time, digits).plusNanos(unit(digits)) : cut(time, digits);
    }

    private static LocalDateTime even(LocalDateTime time) {
        int nanos = time.get(ChronoField.NANO_OF_SECOND);
        if (nanos % NANOS == 0) {
            return time;
        }
        long micros = Math.round(Math.rint(nanos / SECOND * MICROS_OF_SECOND));
        return time.truncatedTo(ChronoUnit.SECONDS).plusNanos(micros * NANOS);
    }
}
