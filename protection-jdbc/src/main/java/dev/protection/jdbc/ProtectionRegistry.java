package dev.protection.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Keeps one running protection per configuration and database, opened when the first connection needs it. */
final class ProtectionRegistry {
    private final Opener opener;
    private final Map<Key, Guard> guards = new HashMap<>();

    ProtectionRegistry(Opener opener) {
        this.opener = opener;
    }

    /**
     * What a protection is opened for.
     *
     * @param configuration where its configuration is
     * @param url the URL of the database
     */
    record Key(String configuration, String url) {
        @Override
        public String toString() {
            return configuration;
        }
    }

    /** Puts a connection under protection. */
    interface Guard {
        Connection over(Connection raw) throws SQLException;
    }

    /** Opens a protection. */
    interface Opener {
        /**
         * Reads the configuration and starts it.
         *
         * @param configuration where it is
         * @param url the database, which is also where its stores are if the configuration does not say
         * @param properties user, password and other properties of the connection
         */
        Guard open(String configuration, String url, Properties properties) throws SQLException;
    }

    /** One that cannot be opened is tried again by the next connection. */
    synchronized Guard of(String configuration, String url, Properties properties) throws SQLException {
        Key key = new Key(configuration, url);
        Guard known = guards.get(key);
        if (known == null) {
            known = opener.open(configuration, url, properties);
            guards.put(key, known);
        }
        return known;
    }
}
