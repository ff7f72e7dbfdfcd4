package dev.protection.core;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.core.config.Configuration;
import dev.protection.core.config.Profile;
import dev.protection.core.config.StoresDeclaration;
import dev.protection.core.config.TenantsDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the stores that a configuration names. */
final class DeclaredStores {
    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);

    private DeclaredStores() {}

    static Stores open(Configuration configuration, Optional<StoresSettings.Database> inner) {
        StoresDeclaration stores = configuration.stores();
        if (stores.data().isEmpty()) {
            LOG.warn("No stores are named: keys, log and states last as long as this process. Name stores.data.");
            return Stores.inMemory();
        }
        StoresSettings.Database data = database(stores.data().get(), inner);
        StoresSettings settings = new StoresSettings(
                data,
                database(stores.keys().orElseThrow(), inner),
                database(stores.ledger().orElseThrow(), inner),
                configuration.profile() == Profile.DEVELOPMENT,
                configuration.tenants().flatMap(DeclaredStores::table));
        return ServiceLoader.load(StoresProvider.class, DeclaredStores.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(List.of(new Problem(
                        configuration.source() + " stores.data",
                        "needs the artifact protection-jdbc, which is not on the class path"))))
                .open(settings);
    }

    private static Optional<StoresSettings.TenantTable> table(TenantsDeclaration declared) {
        return declared instanceof TenantsDeclaration.Table table
                ? Optional.of(
                        new StoresSettings.TenantTable(table.table(), table.id(), table.parent(), table.controller()))
                : Optional.empty();
    }

    /** What the driver's own database has as user and password never went through a declaration. */
    static StoresDeclaration.Database declaration(StoresSettings.Database inner) {
        return new StoresDeclaration.Database(inner.url(), inner.user(), Optional.empty());
    }

    private static StoresSettings.Database database(
            StoresDeclaration.Database declared, Optional<StoresSettings.Database> inner) {
        if (inner.isPresent() && declared.equals(declaration(inner.get()))) {
            return inner.get();
        }
        return new StoresSettings.Database(
                declared.url(), declared.user(), declared.password().map(secret -> secret.reveal(System.getenv())));
    }
}
