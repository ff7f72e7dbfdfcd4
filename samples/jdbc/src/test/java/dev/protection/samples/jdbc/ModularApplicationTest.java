package dev.protection.samples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application on the module path: the exported packages are enough for it, and no other is to be had. */
class ModularApplicationTest {
    private static final String MODULE = "module app { requires dev.protection.jdbc; }";
    private static final Pattern NEEDED = Pattern.compile(".*(/protection-(api|core|jdbc)/target/classes"
            + "|/(protection-(api|core|jdbc)|tink|gson|protobuf-java|error_prone_annotations|caffeine|slf4j-(api|simple)"
            + "|micrometer-[a-z]+|HdrHistogram|LatencyUtils|jackson-[a-z]+|jackson-dataformat-yaml|snakeyaml-engine"
            + "|jspecify|db-scheduler|h2)-[0-9][^/]*[.]jar)/?");
    private static final String MAIN = """
            package app;

            import dev.protection.core.Protection;
            import java.sql.*;

            public final class Main {
                public static void main(String[] arguments) throws SQLException {
                    String url = "jdbc:protected:h2:mem:app;protection=" + arguments[0];
                    try (Connection connection = DriverManager.getConnection(url);
                            Statement statement = connection.createStatement()) {
                        statement.execute("CREATE TABLE person (id INT PRIMARY KEY, tenant VARCHAR(9), name VARCHAR(99))");
                        statement.execute("INSERT INTO person (id, tenant, name) VALUES (1, 'acme', 'Anna')");
                        try (ResultSet row = statement.executeQuery("SELECT name FROM person WHERE id = 1")) {
                            row.next();
                            System.out.println(row.getString(1) + " in " + Main.class.getModule() + " through "
                                    + Protection.class.getModule());
                        }
                        System.out.println(connection.unwrap(Protection.class).audit().verify().isWhole());
                    }
                }
            }
            """;
    private static final String CONFIGURATION = """
            controller: { name: Example Oy, contact: dpo@example.com }
            purposes: { support: { basis: contract, categories: [name] } }
            datasets:
              person:
                key: [id]
                purposes: [support]
                subject: { person: id }
                tenant: tenant
                fields: { name: { category: name, encrypt: true } }
            tenants: [ { id: acme, controller: true } ]
            roles: { job: { allow: [READ, MODIFY], for: [support], categories: [name], tenants: own } }
            context: { actor: job, roles: [job], tenants: [acme], tenant: acme, purpose: support }
            keys: { root: "file:FOLDER/root.json" }
            stores: { anchor: ["file:FOLDER/anchor"] }
            profile: development
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void modulesAreWhatTheBuildMade() {
        assertThat(modulePath()).hasSizeGreaterThan(12);
    }

    @Test
    void storesAndReadsAPerson_onTheModulePath() throws IOException, InterruptedException {
        assertThat(compile(Map.of("module-info", MODULE, "app/Main", MAIN))).isEmpty();
        Path configuration = Files.writeString(
                folder.resolve("protection.yaml"),
                CONFIGURATION.replace("FOLDER", folder.toString()),
                StandardCharsets.UTF_8);
        assertThat(run(configuration))
                .contains("Anna in module app through module dev.protection.core")
                .contains("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.protection.core.flow.Flows",
                "dev.protection.core.encryption.EncryptionEngine",
                "dev.protection.jdbc.store.JdbcStoresProvider",
                "dev.protection.jdbc.sql.Analyzer"
            })
    void whatIsNotExported_doesNotCompile(String hidden) throws IOException {
        String source = "package app; class Curious { Object it = " + hidden + ".class; }";
        assertThat(compile(Map.of("module-info", MODULE, "app/Curious", source)))
                .contains("does not export it");
    }

    @Test
    void theApiIsExportedWhole_coreAndJdbcTheirFacadesAlone() {
        assertThat(module("dev.protection.api").exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(
                        module("dev.protection.api").packages());
        assertThat(module("dev.protection.core").exports())
                .filteredOn(exported -> !exported.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.protection.core");
        assertThat(module("dev.protection.jdbc").exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.protection.jdbc");
    }

    private static ModuleDescriptor module(String name) {
        return ModuleFinder.of(modulePath().stream().map(Path::of).toArray(Path[]::new))
                .find(name)
                .orElseThrow()
                .descriptor();
    }

    private String compile(Map<String, String> sources) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve("src/" + source.getKey() + ".java");
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            files.add(Files.writeString(file, source.getValue(), StandardCharsets.UTF_8));
        }
        StringWriter problems = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            problems,
                            manager,
                            null,
                            List.of("-cp", "", "-p", joined(Stream.of()), "-proc:none", "-d", folder + "/app"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return compiled ? "" : "not compiled: " + problems;
        }
    }

    private String run(Path configuration) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        joined(Stream.of(folder.resolve("app").toString())),
                        // What an application that logs, reads YAML and uses H2 adds; nothing of ours.
                        "--add-modules",
                        "com.h2database,org.slf4j.simple,tools.jackson.dataformat.yaml,org.snakeyaml.engine",
                        "-m",
                        "app/app.Main",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!application.waitFor(2, TimeUnit.MINUTES)) {
            application.destroyForcibly();
        }
        return Files.readString(printed, StandardCharsets.UTF_8);
    }

    private static String joined(Stream<String> first) {
        return String.join(
                File.pathSeparator, Stream.concat(first, modulePath().stream()).toList());
    }

    private static List<String> modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> NEEDED.matcher(entry.replace('\\', '/')).matches())
                .toList();
    }
}
