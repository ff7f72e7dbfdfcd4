package dev.protection.core.config;

import java.util.Locale;

/** The usual way from Java's names to a database's: {@code emailAddress} to {@code email_address}. */
final class SnakeCase {
    private SnakeCase() {}

    static String of(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
