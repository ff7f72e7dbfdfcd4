package dev.protection.spring.jdbc;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.spring.ProtectionProperties;
import java.util.List;
import java.util.Optional;

/** Where the declaration of a data source is: as its URL says, as its property says, or as for all. */
final class Locations {
    private Locations() {}

    static String of(String bean, Optional<String> url, ProtectionProperties properties) {
        Optional<String> property = Optional.ofNullable(properties.dataSources().get(bean))
                .flatMap(settings -> Optional.ofNullable(settings.config()));
        if (url.isPresent() && property.isPresent() && !url.equals(property)) {
            throw new ConfigurationException(List.of(new Problem(
                    "protection.data-sources." + bean + ".config",
                    "names another declaration than the data source's URL")));
        }
        return url.or(() -> property).orElse(properties.config());
    }
}
