package dev.protection.spring.context;

import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.TenantResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Contexts of web requests. */
@AutoConfiguration(after = ProtectionContextAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, FilterRegistrationBean.class})
@ConditionalOnProperty(name = "protection.enabled", matchIfMissing = true)
public final class ProtectionWebAutoConfiguration {
    /** Made by Spring. */
    ProtectionWebAutoConfiguration() {}

    @Bean
    FilterRegistrationBean<CleanThreadFilter> protectionCleanThreads() {
        FilterRegistrationBean<CleanThreadFilter> filter = new FilterRegistrationBean<>(new CleanThreadFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setAsyncSupported(true);
        return filter;
    }

    /** First among interceptors, so that the others work under the context too. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer protectionOfControllers(WorkContexts contexts) {
        WorkKinds kinds = new WorkKinds();
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WorkHandlerInterceptor(kinds, contexts))
                        .order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    @Order(0)
    TenantResolver protectionRequestTenants(ProtectionProperties properties) {
        return new RequestTenants(properties.tenant());
    }
}
