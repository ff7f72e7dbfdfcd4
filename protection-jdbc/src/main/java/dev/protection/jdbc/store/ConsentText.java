package dev.protection.jdbc.store;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Consents as text beside a person's state: purposes and until when, in milliseconds since 1970. */
final class ConsentText {
    /** Neither is in the name of a purpose. */
    private static final String SEPARATOR = " ";

    private static final char UNTIL = '=';

    private ConsentText() {}

    static String write(Map<String, Instant> consents) {
        return consents.entrySet().stream()
                .map(each -> each.getKey() + UNTIL + each.getValue().toEpochMilli())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** @throws IllegalArgumentException when it is not such a text */
    static SortedMap<String, Instant> read(String text) {
        SortedMap<String, Instant> consents = new TreeMap<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(SEPARATOR, -1)) {
            int middle = each.indexOf(UNTIL);
            if (middle < 1) {
                throw new IllegalArgumentException("not a consent");
            }
            consents.put(each.substring(0, middle), Instant.ofEpochMilli(Long.parseLong(each.substring(middle + 1))));
        }
        return consents;
    }
}
