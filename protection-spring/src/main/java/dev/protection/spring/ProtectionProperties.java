package dev.protection.spring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * What an application says about the library in its own properties; the declaration of personal data is in the file that
 * {@code config} names.
 *
 * @param enabled whether the library does anything
 * @param config where the declaration is: a path, or {@code classpath:} and a resource
 * @param profile {@code development} to have places defaulted that production must name; else the file decides
 * @param unprotected names of data source beans that are left as they are; each is a standing finding
 * @param dataSources what differs for one data source, by the name of its bean
 * @param contexts who acts in work where nobody is signed in, by name
 * @param tenant how the tenant of a request is found
 * @param endpoint the actuator's endpoint
 * @param console the data protection officer's pages
 */
@ConfigurationProperties("protection")
public record ProtectionProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("classpath:protection.yaml") String config,
        @Nullable ProfileName profile,
        @DefaultValue Set<String> unprotected,
        @DefaultValue Map<String, OfDataSource> dataSources,
        @DefaultValue Map<String, Context> contexts,
        @DefaultValue Tenant tenant,
        @DefaultValue Endpoint endpoint,
        @DefaultValue Console console) {

    /**
     * Reads the properties when beans are not to be had yet.
     *
     * @param environment the application's
     * @return the properties
     */
    public static ProtectionProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate("protection", ProtectionProperties.class);
    }

    /** The profiles. */
    public enum ProfileName {
        /** Places are defaulted, which is a standing finding. */
        DEVELOPMENT,
        /** Nothing is defaulted. */
        PRODUCTION
    }

    /**
     * What differs for one data source.
     *
     * @param config where its declaration is
     */
    public record OfDataSource(@Nullable String config) {}

    /**
     * Who acts, why and for whom, where nobody is signed in.
     *
     * @param actor a service's id
     * @param roles names of roles the policy knows
     * @param tenants the tenants the actor is assigned to; by default the tenant alone
     * @param tenant whose work it is
     * @param purpose why; an annotation on the method goes before it
     */
    public record Context(
            String actor,
            @DefaultValue List<String> roles,
            @DefaultValue List<String> tenants,
            String tenant,
            String purpose) {}

    /**
     * How the tenant of a request is found, where no {@link TenantResolver} of the application's knows.
     *
     * @param header the name of a request header
     * @param path a pattern of the request's path with one variable {@code {tenant}}
     * @param fixed the tenant of an application that has one only; every actor is assigned to it
     */
    public record Tenant(
            @Nullable String header,
            @Nullable String path,
            @Nullable String fixed) {
        /**
         * Returns the fixed tenant.
         *
         * @return empty when there is none
         */
        public Optional<String> only() {
            return Optional.ofNullable(fixed);
        }
    }

    /**
     * The data protection officer's pages.
     *
     * @param enabled whether there are any
     * @param path where they begin; empty for the application's root
     * @param purpose the declared purpose that they work for
     * @param home where the way back to the application leads
     */
    public record Console(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("/protection") String path,
            @Nullable String purpose,
            @DefaultValue("/") String home) {}

    /**
     * The actuator's endpoint.
     *
     * @param role the one authority that may read it, and open the console, as Spring Security spells it without {@code ROLE_}
     */
    public record Endpoint(
            @DefaultValue("DATA_PROTECTION_OFFICER") String role) {}
}
