package dev.protection.spring.jdbc;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.access.PolicySource;
import dev.protection.access.TenantTree;
import dev.protection.anomaly.LocationResolver;
import dev.protection.audit.Anchor;
import dev.protection.core.Protection;
import dev.protection.core.Stores;
import dev.protection.core.StoresSettings;
import dev.protection.encryption.KeyWrapper;
import dev.protection.rights.PersonalDataSource;
import dev.protection.spring.ActorSource;
import dev.protection.spring.ProtectionProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ListableBeanFactory;

/** Builds protections from their declaration and the beans that say what a file cannot. */
final class ProtectionFactory {
    private static final String REMEDY =
            "Add @ForPurpose(\"<purpose>\") to the controller, service, listener or scheduled method that does this work;"
                    + " where nobody is signed in, declare who acts under protection.contexts (startup, migration, anonymous,"
                    + " scheduled, listener).";

    private final ListableBeanFactory beans;
    private final ProtectionProperties properties;
    private final HostFindings findings;

    ProtectionFactory(ListableBeanFactory beans, ProtectionProperties properties, HostFindings findings) {
        this.beans = beans;
        this.properties = properties;
        this.findings = findings;
    }

    Protection build(String location, Optional<StoresSettings.Database> database) {
        Protection.Builder builder =
                Protection.builder().config(location).contextRemedy(REMEDY).findings(findings::all);
        database.ifPresent(builder::dataStore);
        supplier().ifPresent(builder::contextsFrom);
        if (properties.profile() == ProtectionProperties.ProfileName.DEVELOPMENT) {
            builder.development();
        }
        beans.getBeanProvider(KeyWrapper.class).ifUnique(builder::rootKey);
        beans.getBeanProvider(MeterRegistry.class).ifUnique(builder::meters);
        beans.getBeanProvider(LocationResolver.class).ifUnique(builder::locations);
        beans.getBeanProvider(Anchor.class).orderedStream().forEach(builder::anchor);
        if (location.equals(properties.config())) {
            ofTheDefault(builder);
        }
        return asDemanded(builder.build());
    }

    /** These speak of the datasets of one declaration. */
    private void ofTheDefault(Protection.Builder builder) {
        beans.getBeanProvider(PolicySource.class).ifUnique(builder::policy);
        beans.getBeanProvider(TenantTree.class).ifUnique(builder::tenants);
        beans.getBeanProvider(Stores.class).ifUnique(builder::stores);
        for (String name : beans.getBeanNamesForType(PersonalDataSource.class, true, false)) {
            builder.laterSource(() -> beans.getBean(name, PersonalDataSource.class));
        }
    }

    private Optional<String> supplier() {
        String[] sources = beans.getBeanNamesForType(ActorSource.class, true, false);
        if (sources.length > 0) {
            return Optional.of("the bean '" + sources[0] + "'");
        }
        return properties.contexts().isEmpty() ? Optional.empty() : Optional.of("the properties protection.contexts");
    }

    private Protection asDemanded(Protection built) {
        if (properties.profile() == ProtectionProperties.ProfileName.PRODUCTION && Development.is(built)) {
            built.close();
            throw new ConfigurationException(List.of(
                    new Problem("protection.profile", "says production, and the declaration says development")));
        }
        return built;
    }
}
