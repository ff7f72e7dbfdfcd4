package dev.protection.spring.console;

import dev.protection.ConfigurationException;
import dev.protection.Problem;
import dev.protection.core.Protection;
import dev.protection.spring.ProtectionProperties;
import dev.protection.spring.PurposeContexts;
import dev.protection.spring.context.ProtectionContextAutoConfiguration;
import dev.protection.spring.jdbc.ProtectionDataSourceAutoConfiguration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The data protection officer's pages, where they are asked for. */
@AutoConfiguration(after = {ProtectionDataSourceAutoConfiguration.class, ProtectionContextAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({WebMvcConfigurer.class, CsrfToken.class})
@ConditionalOnProperty(name = "protection.console.enabled", havingValue = "true")
@ConditionalOnBean(Protection.class)
@Import({
    PeoplePages.class,
    CopyPages.class,
    ErasurePages.class,
    RestrictionPages.class,
    RetentionPages.class,
    FindingsPage.class,
    LogPages.class,
    MeasuresPage.class,
    StylePage.class,
    Refusals.class
})
public final class ProtectionConsoleAutoConfiguration {
    private static final String PURPOSE = "protection.console.purpose";

    /** Made by Spring. */
    ProtectionConsoleAutoConfiguration() {}

    @Bean
    Console protectionConsole(Protection protection, ProtectionProperties properties) {
        return new Console(protection, properties.console());
    }

    @Bean
    WebMvcConfigurer protectionOfConsole(
            Protection protection,
            ProtectionProperties properties,
            PurposeContexts contexts,
            ApplicationEventPublisher events) {
        String purpose = purpose(protection, properties.console());
        ConsoleGate gate = new ConsoleGate(properties.endpoint().role(), purpose, contexts, events);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }
        };
    }

    private static String purpose(Protection protection, ProtectionProperties.Console settings) {
        return Optional.ofNullable(settings.purpose())
                .filter(protection.dataMap().purposes()::containsKey)
                .orElseThrow(() -> new ConfigurationException(List.of(new Problem(
                        PURPOSE, "must name a declared purpose: the one that the data protection officer works for"))));
    }
}
