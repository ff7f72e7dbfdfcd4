package dev.protection.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.core.StoresProvider;
import dev.protection.jdbc.ProtectedDriver;
import dev.protection.spring.testing.JdbcApplication;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

/** An application is processed ahead of time: what is looked up by name is hinted at. */
class AheadOfTimeTest {
    @Test
    void whatIsLookedUpByName_isHintedAt() throws IOException {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        DefaultGenerationContext generation = new DefaultGenerationContext(
                new ClassNameGenerator(ClassName.get("dev.protection.spring.jdbc", "Application")), files);
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test",
                            Map.of(
                                    "spring.datasource.url", "jdbc:h2:mem:ahead",
                                    "protection.config", "classpath:clinic.yaml")));
            context.register(JdbcApplication.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        generation.writeGeneratedContent();
        hinted(generation.getRuntimeHints());
    }

    private static void hinted(RuntimeHints hints) throws IOException {
        for (String declaration : List.of("protection.yaml", "clinic.yaml")) {
            assertThat(RuntimeHintsPredicates.resource().forResource(declaration))
                    .as(declaration)
                    .accepts(hints);
        }
        for (String database : List.of("h2", "mariadb", "postgresql")) {
            String schema = "dev/protection/jdbc/schema/v1/" + database + ".sql";
            assertThat(ProtectedDriver.class.getModule().getResourceAsStream(schema))
                    .as(schema)
                    .isNotNull();
            assertThat(RuntimeHintsPredicates.resource().forResource(schema)).accepts(hints);
        }
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/services/" + StoresProvider.class.getName()))
                .accepts(hints);
        ServiceLoader.load(StoresProvider.class).stream()
                .map(provider -> TypeReference.of(provider.type()))
                .forEach(type -> assertThat(RuntimeHintsPredicates.reflection().onType(type))
                        .as("%s", type)
                        .accepts(hints));
        assertThat(RuntimeHintsPredicates.reflection().onType(ProtectedDriver.class))
                .accepts(hints);
    }
}
