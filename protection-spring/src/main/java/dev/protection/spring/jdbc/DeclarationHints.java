package dev.protection.spring.jdbc;

import dev.protection.spring.ProtectionProperties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Keeps the declarations that the application's properties name on the class path. */
final class DeclarationHints implements BeanFactoryInitializationAotProcessor {
    private static final String CLASS_PATH = "classpath:";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        ProtectionProperties properties = ProtectionProperties.of(beans.getBean(Environment.class));
        return (generation, code) -> Stream.concat(
                        Stream.of(properties.config()),
                        properties.dataSources().values().stream().flatMap(each -> Stream.ofNullable(each.config())))
                .filter(location -> location.startsWith(CLASS_PATH))
                .forEach(location -> generation
                        .getRuntimeHints()
                        .resources()
                        .registerPattern(location.substring(CLASS_PATH.length())));
    }
}
