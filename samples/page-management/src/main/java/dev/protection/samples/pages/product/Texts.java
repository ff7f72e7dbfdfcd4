package dev.protection.samples.pages.product;

import dev.protection.samples.pages.web.Html;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as people read them. */
final class Texts {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Texts() {}

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    static Object of(@Nullable Object value) {
        return value == null
                ? new Html("<em>none</em>")
                : value instanceof LocalDateTime at ? MINUTE.format(at) : value;
    }
}
