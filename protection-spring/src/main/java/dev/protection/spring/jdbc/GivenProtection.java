package dev.protection.spring.jdbc;

import dev.protection.core.Protection;
import dev.protection.core.StoresSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The application's own protection, for every data source. It is the application's to close. */
record GivenProtection(Supplier<Protection> given) implements Protections {
    @Override
    public Protection of(String bean, Optional<String> location, StoresSettings.Database database) {
        return given.get();
    }

    @Override
    public Protection byDefault() {
        return given.get();
    }

    @Override
    public List<Protection> all() {
        return List.of(given.get());
    }

    @Override
    public void close() {
        // Nothing of this is ours.
    }
}
