package dev.protection.spring.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.ProtectionContext;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor;

/** What was written ahead of time for an application is what starts, and it protects as the other does. */
class AheadStartTest {
    private static final List<String> SETTINGS = List.of(
            "--spring.main.web-application-type=none",
            "--spring.main.banner-mode=off",
            "--spring.datasource.url=jdbc:h2:mem:ahead;DB_CLOSE_DELAY=-1",
            "--spring.jpa.hibernate.ddl-auto=create",
            "--protection.config=classpath:people.yaml",
            "--protection.contexts.startup.actor=starter",
            "--protection.contexts.startup.roles=agent",
            "--protection.contexts.startup.tenant=acme",
            "--protection.contexts.startup.purpose=support");

    @Test
    void whatWasWrittenAheadOfTime_starts_andProtects(@TempDir Path directory) throws Exception {
        Path sources = directory.resolve("sources");
        Path classes = Files.createDirectories(directory.resolve("classes"));
        new SpringApplicationAotProcessor(
                        AheadApplication.class,
                        AbstractAotProcessor.Settings.builder()
                                .sourceOutput(sources)
                                .resourceOutput(classes)
                                .classOutput(classes)
                                .groupId("dev.protection")
                                .artifactId("ahead")
                                .build(),
                        SETTINGS.toArray(String[]::new))
                .process();
        assertThat(ProtectionContext.current())
                .as("nothing stays of a run that is given up")
                .isEmpty();
        compile(sources, classes);
        assertThat(started(directory, classes)).contains("By JPA [Ada Byron], by JDBC [***]");
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath(classes));
        try (Stream<Path> found = Files.walk(sources);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> written =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(written)
                    .anyMatch(file -> file.endsWith("ProtectionDataSourceAutoConfiguration__BeanDefinitions.java"));
            boolean done = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(written))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
    }

    /** A process of its own, where nothing but the property tells Spring to use what was written. */
    private static String started(Path directory, Path classes) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dspring.aot.enabled=true",
                "-cp",
                classPath(classes),
                AheadApplication.class.getName()));
        command.addAll(SETTINGS);
        Path said = directory.resolve("said.txt");
        Process child = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = child.waitFor(2, TimeUnit.MINUTES);
        child.destroyForcibly();
        String output = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as(output).isTrue();
        assertThat(child.exitValue()).as(output).isZero();
        return output;
    }

    /** Of the test, whoever runs it, and what was written before it. */
    private static String classPath(Path classes) {
        String tests = Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
        return classes + File.pathSeparator + tests;
    }
}
