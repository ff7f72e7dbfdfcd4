package dev.protection.spring.jdbc;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.StandingFinding;
import dev.protection.core.Protection;
import dev.protection.spring.ProtectionProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Looks for ways from the application to protected data past the library, once everything is made. In the development
 * profile each is a standing finding, in production it stops the start.
 */
final class UnprotectedRoutes implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
    private static final String REACTIVE = "io.r2dbc.spi.ConnectionFactory";
    private static final List<String> OWN_CONNECTIONS =
            List.of("spring.flyway.url", "spring.flyway.user", "spring.liquibase.url", "spring.liquibase.user");

    private final ListableBeanFactory beans;
    private final Environment environment;
    private final ProtectionProperties properties;
    private final Protections protections;
    private final Protector protector;
    private final HostFindings findings;

    UnprotectedRoutes(
            ListableBeanFactory beans,
            Environment environment,
            ProtectionProperties properties,
            Protections protections,
            Protector protector,
            HostFindings findings) {
        this.beans = beans;
        this.environment = environment;
        this.properties = properties;
        this.protections = protections;
        this.protector = protector;
        this.findings = findings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<StandingFinding> found = new ArrayList<>();
        listed(found);
        reactive(found);
        ownConnections(found);
        found.forEach(finding -> LOG.warn("{}", finding));
        found.forEach(findings::add);
        boolean production = protections.all().stream().anyMatch(each -> !Development.is(each));
        if (production && !found.isEmpty()) {
            throw new ConfigurationException(found.stream()
                    .map(finding -> new Problem(finding.code(), finding.sentence()))
                    .toList());
        }
    }

    /** A listed data source is another's affair, unless it leads to the same database. */
    private void listed(List<StandingFinding> found) {
        for (Map.Entry<String, DataSource> each :
                beans.getBeansOfType(DataSource.class, false, false).entrySet()) {
            if (properties.unprotected().contains(each.getKey()) && protector.isProtectedPlace(each.getValue())) {
                found.add(
                        new StandingFinding(
                                "DATA_SOURCE_UNPROTECTED",
                                "The data source '" + each.getKey()
                                        + "' reaches a protected database past the library; take it off protection.unprotected."));
            }
        }
    }

    private void reactive(List<StandingFinding> found) {
        ClassLoader loader = UnprotectedRoutes.class.getClassLoader();
        if (ClassUtils.isPresent(REACTIVE, loader)
                && beans.getBeanNamesForType(ClassUtils.resolveClassName(REACTIVE, loader), true, false).length > 0) {
            found.add(new StandingFinding(
                    "R2DBC_UNPROTECTED",
                    "R2DBC connections are not protected; reach databases with personal data by JDBC alone."));
        }
    }

    private void ownConnections(List<StandingFinding> found) {
        OWN_CONNECTIONS.stream()
                .filter(environment::containsProperty)
                .forEach(name -> found.add(new StandingFinding(
                        "MIGRATION_UNPROTECTED",
                        "Migrations use connections of their own, past the library; remove " + name + ".")));
    }
}
