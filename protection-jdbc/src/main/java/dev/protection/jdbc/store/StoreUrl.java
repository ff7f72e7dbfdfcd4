package dev.protection.jdbc.store;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Where a store is kept and who logs in; its text never shows more than the product. */
record StoreUrl(String url, Optional<String> user, Optional<String> password) {
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "60";

    StoreUrl {
        Objects.requireNonNull(url, "url");
    }

    static StoreUrl of(String url) {
        return new StoreUrl(url, Optional.empty(), Optional.empty());
    }

    /** The log-in, and bounds on waiting where the URL sets none: a store that hangs must become an error. */
    Properties properties() {
        Properties properties = new Properties();
        user.ifPresent(value -> properties.setProperty("user", value));
        password.ifPresent(value -> properties.setProperty("password", value));
        if (url.startsWith("jdbc:postgresql:")) {
            bound(properties, "connectTimeout", SECONDS_TO_CONNECT);
            bound(properties, "socketTimeout", SECONDS_TO_ANSWER);
        } else if (url.startsWith("jdbc:mariadb:")) {
            bound(properties, "connectTimeout", SECONDS_TO_CONNECT + "000");
            bound(properties, "socketTimeout", SECONDS_TO_ANSWER + "000");
        }
        return properties;
    }

    private void bound(Properties properties, String name, String value) {
        if (!url.contains(name + "=")) {
            properties.setProperty(name, value);
        }
    }

    @Override
    public String toString() {
        String[] parts = url.split(":", 3);
        return parts.length < 3 ? "a store" : parts[0] + ":" + parts[1] + ":...";
    }
}
