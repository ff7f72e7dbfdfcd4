package dev.protection.spring.jdbc;

import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import dev.protection.spring.ProtectionProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One protection for each declaration and database, built when the first data source asks for it. */
final class BuiltProtections implements Protections {
    private final ProtectionProperties properties;
    private final ProtectionFactory factory;
    private final Map<Key, Protection> built = new LinkedHashMap<>();

    BuiltProtections(ProtectionProperties properties, ProtectionFactory factory) {
        this.properties = properties;
        this.factory = factory;
    }

    private record Key(String location, Optional<String> url) {
        @Override
        public String toString() {
            return location;
        }
    }

    @Override
    public synchronized Protection of(String bean, Optional<String> location, StoresSettings.Database database) {
        String said = Locations.of(bean, location, properties);
        return built.computeIfAbsent(
                new Key(said, Optional.of(database.url())), key -> factory.build(said, Optional.of(database)));
    }

    @Override
    public synchronized Protection byDefault() {
        String location = properties.config();
        Optional<Protection> known = built.entrySet().stream()
                .filter(each -> each.getKey().location().equals(location))
                .map(Map.Entry::getValue)
                .findFirst();
        return known.orElseGet(() -> built.computeIfAbsent(
                new Key(location, Optional.empty()), key -> factory.build(location, Optional.empty())));
    }

    @Override
    public synchronized List<Protection> all() {
        return List.copyOf(built.values());
    }

    @Override
    public synchronized void close() {
        built.values().forEach(Protection::close);
        built.clear();
    }
}
