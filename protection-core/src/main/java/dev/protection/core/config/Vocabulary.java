package dev.protection.core.config;

import dev.protection.NearestWord;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads words of fixed lists, periods and durations. */
final class Vocabulary {
    private Vocabulary() {}

    /** Lower case with dashes, such as {@code legal-obligation}. */
    static <E extends Enum<E>> Optional<E> word(Section section, String key, Class<E> type) {
        return section.text(key).flatMap(word -> find(section, key, word, lowerCase(type)));
    }

    /** A list of such words. */
    static <E extends Enum<E>> Set<E> words(Section section, String key, Class<E> type) {
        return all(section, key, lowerCase(type));
    }

    /** A list of words written as the constants are, such as {@code READ}. */
    static <E extends Enum<E>> Set<E> constants(Section section, String key, Class<E> type) {
        Map<String, E> known = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> known.put(constant.name(), constant));
        return all(section, key, known);
    }

    private static <E extends Enum<E>> Set<E> all(Section section, String key, Map<String, E> known) {
        Set<E> found = new LinkedHashSet<>();
        List<String> words = section.texts(key);
        words.forEach(word -> find(section, key, word, known).ifPresent(found::add));
        return found;
    }

    private static <E extends Enum<E>> Map<String, E> lowerCase(Class<E> type) {
        Map<String, E> known = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(constant ->
                        known.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant));
        return known;
    }

    private static <E> Optional<E> find(Section section, String key, String word, Map<String, E> known) {
        Optional<E> found = Optional.ofNullable(known.get(word));
        if (found.isEmpty()) {
            section.problem(key, "unknown word '" + word + "'" + NearestWord.hint(word, known.keySet()));
        }
        return found;
    }

    /** A period of years, months and days (ISO 8601), such as {@code P24M}; whether it makes sense is checked later. */
    static Optional<Period> period(Section section, String key) {
        return section.text(key).flatMap(text -> {
            try {
                return Optional.of(Period.parse(text));
            } catch (DateTimeParseException | ArithmeticException e) {
                section.problem(key, "'" + text + "' is not a period of ISO 8601 such as P6Y, P24M or P30D");
                return Optional.empty();
            }
        });
    }

    /** A duration of hours, minutes and seconds (ISO 8601), zero or more. */
    static Optional<Duration> duration(Section section, String key) {
        Optional<Duration> read = section.text(key).flatMap(text -> {
            try {
                return Optional.of(Duration.parse(text));
            } catch (DateTimeParseException | ArithmeticException e) {
                section.problem(key, "'" + text + "' is not a duration of ISO 8601 such as PT5S");
                return Optional.empty();
            }
        });
        read.filter(Duration::isNegative).ifPresent(negative -> section.problem(key, "must not be negative"));
        return read.filter(duration -> !duration.isNegative());
    }
}
