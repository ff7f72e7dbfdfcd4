package dev.protection.spring.security;

import dev.protection.core.Protection;
import dev.protection.spring.ActorSource;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.PurposeContexts;
import dev.protection.spring.TenantResolver;
import dev.protection.spring.context.ProtectionContextAutoConfiguration;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.PermissionEvaluator;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.expression.method.MethodSecurityExpressionHandler;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who acts, may he, and what became of his sign-in, by Spring Security. */
@AutoConfiguration(after = ProtectionContextAutoConfiguration.class)
@ConditionalOnClass({Authentication.class, GrantedAuthorityDefaults.class})
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

    @Bean
    SecurityEvents protectionSecurityEvents(
            ObjectProvider<Protection> protection, ActorMapper actors, ObjectProvider<TenantResolver> tenants) {
        return new SecurityEvents(protection::getObject, actors, tenants::orderedStream);
    }

    @Bean
    DatasetAuthorization protectionDatasetAuthorization(
            ObjectProvider<Protection> protection, PurposeContexts contexts) {
        return new DatasetAuthorization(protection::getObject, contexts);
    }

    @Bean
    @ConditionalOnMissingBean
    static PermissionEvaluator protectionPermissions(ObjectProvider<Protection> protection) {
        return new AccessPermissions(protection::getObject);
    }

    @Bean
    @ConditionalOnMissingBean
    static MethodSecurityExpressionHandler protectionExpressionHandler(
            ApplicationContext context,
            PermissionEvaluator permissions,
            ObjectProvider<RoleHierarchy> roles,
            ObjectProvider<GrantedAuthorityDefaults> defaults) {
        DefaultMethodSecurityExpressionHandler handler = new DefaultMethodSecurityExpressionHandler();
        handler.setApplicationContext(context);
        handler.setPermissionEvaluator(permissions);
        DefaultAuthorizationManagerFactory<MethodInvocation> managers = new DefaultAuthorizationManagerFactory<>();
        roles.ifAvailable(managers::setRoleHierarchy);
        defaults.ifAvailable(each -> managers.setRolePrefix(each.getRolePrefix()));
        handler.setAuthorizationManagerFactory(managers);
        return handler;
    }

    /** Sessions of the servlet container, which tells nobody by itself when one ends. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @ConditionalOnClass({HttpSessionEventPublisher.class, ServletListenerRegistrationBean.class})
    static class Sessions {
        @Bean
        ServletListenerRegistrationBean<HttpSessionEventPublisher> protectionSessions() {
            return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
        }
    }
}
