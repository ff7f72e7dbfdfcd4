package dev.protection.rights;

import java.time.Period;
import java.util.Comparator;
import java.util.Objects;

/**
 * A law that makes one keep data (Art. 17(3)(b) GDPR).
 *
 * @param purpose the declared purpose that fulfils it
 * @param law the law, as declared
 * @param period how long, counted from the dataset's {@code since} column
 */
public record Duty(String purpose, String law, Period period) implements Comparable<Duty> {
    private static final Comparator<Duty> ORDER =
            Comparator.comparing(Duty::purpose).thenComparing(Duty::law);

    /**
     * Checks the parts.
     *
     * @param purpose the purpose
     * @param law the law
     * @param period how long
     */
    public Duty {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(period, "period");
    }

    @Override
    public int compareTo(Duty other) {
        return ORDER.compare(this, other);
    }
}
