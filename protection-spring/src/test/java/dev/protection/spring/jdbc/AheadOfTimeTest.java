package dev.protection.spring.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.core.StoresProvider;
import dev.protection.jdbc.ProtectedDriver;
import dev.protection.spring.testing.JdbcApplication;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;
import org.springframework.javapoet.ClassName;

/** An application is processed ahead of time: what is written for it compiles, and what is looked up by name is hinted at. */
class AheadOfTimeTest {
    @Test
    void applicationIsWrittenAheadOfTime(@TempDir Path directory) throws IOException {
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
        compiles(sources(files), directory);
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

    private static List<JavaFileObject> sources(InMemoryGeneratedFiles files) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (String name : files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet()) {
            sources.add(new Source(name, files.getGeneratedFileContent(GeneratedFiles.Kind.SOURCE, name)));
        }
        assertThat(sources).anyMatch(source -> source.getName().contains("ProtectionDataSourceAutoConfiguration__"));
        return sources;
    }

    private static void compiles(List<JavaFileObject> sources, Path directory) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-nowarn", "-d", directory.toString(), "-cp", classPath());
        boolean done =
                compiler.getTask(said, null, null, options, null, sources).call();
        assertThat(done).as(said.toString()).isTrue();
    }

    /** Of the test, whoever runs it. */
    private static String classPath() {
        return Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /** A source that was written. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
