package dev.protection.spring.jdbc;

import dev.protection.jdbc.DriverUrl;
import dev.protection.jdbc.ProtectedDriver;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Names our driver for a URL of ours: Spring Boot cannot guess it, and blames the database or Hibernate instead. */
final class ProtectedUrlEnvironmentPostProcessor implements EnvironmentPostProcessor {
    private static final String URL = "spring.datasource.url";
    private static final String DRIVER = "spring.datasource.driver-class-name";

    /** Made by Spring Boot. */
    ProtectedUrlEnvironmentPostProcessor() {}

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty(URL);
        if (url != null && DriverUrl.isProtected(url)) {
            // First, since a driver named for the original URL would refuse this one.
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("protected-url", Map.of(DRIVER, ProtectedDriver.class.getName())));
        }
    }
}
