package dev.protection.jdbc.store;

import dev.protection.core.StoresSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The connections to each place where tables are kept. Parts that are kept in one place share its connections. */
final class StorePlaces implements AutoCloseable {
    /** Of the library's own to each place; the application's pool is apart from it. */
    private static final int CONNECTIONS = 6;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<StoresSettings.Database, StoreConnections> byPlace = new HashMap<>();
    private final Map<SchemaPart, StoreConnections> byPart = new EnumMap<>(SchemaPart.class);

    /** Opens every place and sees to its tables; closes again what it opened when one fails. */
    static StorePlaces open(StoresSettings settings) {
        StorePlaces places = new StorePlaces();
        try {
            places.open(SchemaPart.DATA, settings.data(), settings.createMissing());
            places.open(SchemaPart.KEYS, settings.keys(), settings.createMissing());
            places.open(SchemaPart.LEDGER, settings.ledger(), settings.createMissing());
            return places;
        } catch (RuntimeException e) {
            places.close();
            throw e;
        }
    }

    private void open(SchemaPart part, StoresSettings.Database place, boolean createMissing) {
        String store = "store of " + part.name().toLowerCase(Locale.ROOT);
        StoreUrl url = new StoreUrl(place.url(), place.user(), place.password());
        StoreConnections connections =
                byPlace.computeIfAbsent(place, missing -> new StoreConnections(store, url, CONNECTIONS, PATIENCE));
        byPart.put(part, connections);
        new SchemaInstaller(connections, createMissing).ensure(part);
    }

    SqlTransactions transactions(SchemaPart part) {
        return new SqlTransactions(connections(part));
    }

    StoreConnections connections(SchemaPart part) {
        StoreConnections connections = byPart.get(part);
        if (connections == null) {
            throw new IllegalStateException("the place of " + part + " was not opened");
        }
        return connections;
    }

    @Override
    public void close() {
        byPlace.values().forEach(StoreConnections::close);
    }
}
