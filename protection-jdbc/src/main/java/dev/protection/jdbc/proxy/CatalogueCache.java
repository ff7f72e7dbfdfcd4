package dev.protection.jdbc.proxy;

import dev.protection.jdbc.sql.Catalogue.Parent;
import dev.protection.jdbc.sql.Catalogue.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the connections of one database have learned of its catalogue; forgotten when a definition changes. */
final class CatalogueCache {
    private final Map<Name, Optional<Table>> tables = new ConcurrentHashMap<>();
    private final Map<Set<String>, Set<String>> views = new ConcurrentHashMap<>();
    private final Map<Home, Map<String, Parent>> parents = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();

    private record Name(String place, String name) {}

    private record Home(Optional<String> database, Set<String> tables) {}

    Optional<Table> table(String place, String name, Supplier<Optional<Table>> reader) {
        Name key = new Name(place, name);
        Optional<Table> known = tables.get(key);
        if (known != null) {
            return known;
        }
        long before = epoch.get();
        Optional<Table> read = reader.get();
        // A table that does not exist may be created by anybody at any time, so its absence is not remembered.
        if (read.isPresent() && before == epoch.get()) {
            tables.put(key, read);
        }
        return read;
    }

    Set<String> views(Set<String> names, Supplier<Set<String>> reader) {
        Set<String> known = views.get(names);
        if (known != null) {
            return known;
        }
        long before = epoch.get();
        Set<String> read = Set.copyOf(reader.get());
        if (before == epoch.get()) {
            views.put(Set.copyOf(names), read);
        }
        return read;
    }

    Map<String, Parent> parents(Optional<String> database, Set<String> names, Supplier<Map<String, Parent>> reader) {
        Home key = new Home(database, names);
        Map<String, Parent> known = parents.get(key);
        if (known != null) {
            return known;
        }
        long before = epoch.get();
        Map<String, Parent> read = Map.copyOf(reader.get());
        if (before == epoch.get()) {
            parents.put(key, read);
        }
        return read;
    }

    /** A number that changes with every change of a definition. */
    long epoch() {
        return epoch.get();
    }

    void definitionChanged() {
        epoch.incrementAndGet();
        tables.clear();
        views.clear();
        parents.clear();
    }
}
