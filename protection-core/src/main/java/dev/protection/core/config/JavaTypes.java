package dev.protection.core.config;

import dev.protection.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which logical type fits a Java type. */
final class JavaTypes {
    private static final Map<Class<?>, FieldType> KNOWN = known();

    private JavaTypes() {}

    private static Map<Class<?>, FieldType> known() {
        Map<Class<?>, FieldType> known = new LinkedHashMap<>();
        put(known, FieldType.TEXT, CharSequence.class, Enum.class, UUID.class, char.class, Character.class);
        put(known, FieldType.INTEGER, long.class, Long.class, int.class, Integer.class);
        put(known, FieldType.INTEGER, short.class, Short.class, byte.class, Byte.class);
        put(known, FieldType.DECIMAL, BigDecimal.class, BigInteger.class);
        put(known, FieldType.DATE, LocalDate.class);
        put(known, FieldType.TIMESTAMP, LocalDateTime.class);
        put(known, FieldType.BOOLEAN, boolean.class, Boolean.class);
        put(known, FieldType.BYTES, byte[].class);
        return known;
    }

    private static void put(Map<Class<?>, FieldType> known, FieldType logical, Class<?>... types) {
        for (Class<?> type : types) {
            known.put(type, logical);
        }
    }

    /** Empty when none fits without a loss or a guess; {@code java.sql} types are known by name, to not need them. */
    static Optional<FieldType> logical(Class<?> type) {
        return switch (type.getName()) {
            case "java.sql.Date" -> Optional.of(FieldType.DATE);
            case "java.sql.Timestamp" -> Optional.of(FieldType.TIMESTAMP);
            default ->
                KNOWN.entrySet().stream()
                        .filter(entry -> entry.getKey().isAssignableFrom(type))
                        .map(Map.Entry::getValue)
                        .findFirst();
        };
    }
}
