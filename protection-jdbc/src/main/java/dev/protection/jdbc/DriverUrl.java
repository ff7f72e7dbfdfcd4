package dev.protection.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL {@code jdbc:protected:<original url after jdbc:>}, taken apart.
 *
 * @param inner the URL of the driver beneath, without what is ours
 * @param configuration where the configuration is, if the URL says so
 */
public record DriverUrl(String inner, Optional<String> configuration) {
    /** How such a URL starts. */
    public static final String PREFIX = "jdbc:protected:";

    /** The parameter or connection property that names the configuration. */
    public static final String PARAMETER = "protection";

    /**
     * Tells whether a URL is for {@link ProtectedDriver}.
     *
     * @param url any JDBC URL
     * @return true when it starts as ours do
     */
    public static boolean isProtected(String url) {
        return url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /**
     * Takes a URL apart.
     *
     * @param url one that {@link #isProtected}
     * @return its parts
     */
    public static DriverUrl parse(String url) {
        String inner = "jdbc:" + url.substring(PREFIX.length());
        return inner.startsWith("jdbc:h2:") ? semicolons(inner) : question(inner);
    }

    /** H2: {@code jdbc:h2:mem:x;A=B;PROTECTION=location}; a backslash makes a semicolon part of a value. */
    private static DriverUrl semicolons(String inner) {
        List<String> kept = new ArrayList<>();
        Optional<String> location = Optional.empty();
        for (String part : inner.split("(?<!\\\\);", -1)) {
            if (isOurs(part)) {
                location = Optional.of(valueOf(part).replace("\\;", ";"));
            } else {
                kept.add(part);
            }
        }
        return new DriverUrl(String.join(";", kept), location);
    }

    /** PostgreSQL, MariaDB: {@code jdbc:x://host/db?a=b&protection=location}. */
    private static DriverUrl question(String inner) {
        int mark = inner.indexOf('?');
        if (mark < 0) {
            return new DriverUrl(inner, Optional.empty());
        }
        List<String> kept = new ArrayList<>();
        Optional<String> location = Optional.empty();
        for (String part : inner.substring(mark + 1).split("&", -1)) {
            if (isOurs(part)) {
                location = Optional.of(decode(valueOf(part)));
            } else {
                kept.add(part);
            }
        }
        String rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
        return new DriverUrl(inner.substring(0, mark) + rest, location);
    }

    private static boolean isOurs(String part) {
        return part.toLowerCase(Locale.ROOT).startsWith(PARAMETER + "=");
    }

    private static String valueOf(String part) {
        return part.substring(PARAMETER.length() + 1);
    }

    /** Percent signs only: a plus sign stands for itself in a path. */
    private static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The kind of database, which unlike the whole URL may stand in a message. */
    String kind() {
        int end = inner.indexOf(':', "jdbc:".length());
        return end < 0 ? "jdbc:" : inner.substring(0, end + 1);
    }

    @Override
    public String toString() {
        return kind();
    }
}
