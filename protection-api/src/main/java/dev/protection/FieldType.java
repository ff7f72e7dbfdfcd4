package dev.protection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The logical type of a field: what the application reads and writes, whatever the database stores. */
public enum FieldType {
    /** Text; {@link String}. */
    TEXT(String.class),
    /** A whole number of 64 bits; {@link Long}. */
    INTEGER(Long.class),
    /** A decimal number of any size; {@link BigDecimal}. */
    DECIMAL(BigDecimal.class),
    /** A day; {@link LocalDate}. */
    DATE(LocalDate.class),
    /** A day and time of day without zone, to the nanosecond; {@link LocalDateTime}. */
    TIMESTAMP(LocalDateTime.class),
    /** True or false; {@link Boolean}. */
    BOOLEAN(Boolean.class),
    /** Bytes; {@code byte[]}. */
    BYTES(byte[].class);

    private final Class<?> javaType;

    FieldType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /**
     * Returns the Java type in which values of this type are held.
     *
     * @return the class of every canonical value
     */
    public Class<?> javaType() {
        return javaType;
    }

    /**
     * Returns the word used in files.
     *
     * @return lower case, for example {@code date}
     */
    public String word() {
        return Words.of(this);
    }
}
