package dev.protection.jdbc.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.rights.RequestId;
import dev.protection.testing.servers.PostgresServer;
import dev.protection.testing.servers.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** One application's database and state, copied for each run; runs that are killed, and what comes of them. */
final class Crashes {
    private final TestDatabase database;
    private final Optional<String> template;
    private final State state;

    private Crashes(TestDatabase database, Optional<String> template, State state) {
        this.database = database;
        this.template = template;
        this.state = state;
    }

    /** A database with people, which nobody is connected to. */
    static Crashes on(TestDatabase database) throws SQLException {
        State state = State.fresh();
        String url = load(database, state);
        boolean copies = database == TestDatabase.POSTGRESQL;
        return new Crashes(database, copies ? Optional.of(url) : Optional.empty(), state);
    }

    private static String load(TestDatabase database, State state) throws SQLException {
        String url = database.freshDatabase();
        try (Node node = Node.on(url, state);
                Connection connection = node.connection()) {
            People.threeOn(connection);
        }
        return url;
    }

    private record Copy(String url, State state, Path configuration) {}

    /** PostgreSQL copies a database by itself; others are loaded anew. */
    private Copy copy() throws SQLException, IOException {
        State fresh = State.fresh();
        if (template.isEmpty()) {
            return new Copy(load(database, fresh), fresh, fresh.configuration());
        }
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String from = DatabaseName.of(template.get());
        try (Connection connection =
                DriverManager.getConnection(PostgresServer.shared().url())) {
            Node.change(connection, "CREATE DATABASE " + name + " TEMPLATE " + from);
        }
        try (Stream<Path> files = Files.walk(state.folder())) {
            for (Path file : files.toList()) {
                Path to = fresh.folder().resolve(state.folder().relativize(file).toString());
                if (!Files.exists(to)) {
                    Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return new Copy(template.get().replace(from, name), fresh, fresh.configuration());
    }

    /** How many places there are to be killed at, and how an uninterrupted run ends. */
    record Calm(int places, String end) {}

    Calm calm(Errand errand) throws Exception {
        Copy copy = copy();
        List<String> said = victim(copy, errand, 0);
        String last = said.get(said.size() - 1);
        assertThat(last).startsWith("DONE ");
        return new Calm(Integer.parseInt(last.substring("DONE ".length())), end(copy, errand));
    }

    /** How it ends after a kill at one of the places and a restart. */
    String killedAt(Errand errand, int place) throws Exception {
        Copy copy = copy();
        List<String> said = victim(copy, errand, place);
        assertThat(said.get(said.size() - 1)).isEqualTo("REACHED");
        return end(copy, errand);
    }

    /** Starts the process, and kills it when it says that it has come to its place. */
    private static List<String> victim(Copy copy, Errand errand, int place) throws Exception {
        Path errors = copy.configuration().resolveSibling("errors.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        ClassPath.ofTests(),
                        Victim.class.getName(),
                        copy.url(),
                        copy.configuration().toString(),
                        errand.name(),
                        Integer.toString(place))
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line)
                    .as(() -> "what the process says; its errors are " + lines(errors))
                    .isNotNull();
            process.destroyForcibly(); // SIGKILL
            process.waitFor();
            return List.of(line);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(Copy copy, Errand errand) throws SQLException {
        Ending ending = new Ending(copy.url());
        ending.leaseRunsOut();
        Optional<RequestId> known = ending.request(errand.kind());
        try (Node node = Node.on(copy.url(), copy.configuration())) {
            RequestId id = errand.run(node.protection(), known);
            return ending.of(node, id);
        }
    }
}
