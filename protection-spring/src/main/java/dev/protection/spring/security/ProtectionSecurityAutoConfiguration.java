package dev.protection.spring.security;

import dev.protection.spring.ActorSource;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.context.ProtectionContextAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;

/** Who acts, by Spring Security. */
@AutoConfiguration(after = ProtectionContextAutoConfiguration.class)
@ConditionalOnClass(Authentication.class)
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
public final class ProtectionSecurityAutoConfiguration {
    /** Made by Spring. */
    ProtectionSecurityAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    ActorMapper protectionActorMapper(ProtectionProperties properties) {
        return new AuthorityMapper(properties.tenant());
    }

    @Bean
    @ConditionalOnMissingBean
    ActorSource protectionActors(ActorMapper mapper) {
        return new SignedInActors(mapper);
    }
}
