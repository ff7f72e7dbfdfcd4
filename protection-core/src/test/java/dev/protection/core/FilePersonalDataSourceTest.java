package dev.protection.core;

import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.rights.PersonalDataSource;
import dev.protection.testing.PersonalDataPlace;
import dev.protection.testing.PersonalDataSourceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class FilePersonalDataSourceTest extends PersonalDataSourceContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    protected PersonalDataPlace openPlace() {
        return new SharedDirectory(folder.resolve("files"));
    }

    /** Every page is synced to the disk; the thorough run tries a thousand. */
    @Override
    protected int schedules() {
        return 20;
    }

    /** Directories of persons whose names are mistaken for each other easily. */
    private record SharedDirectory(Path root) implements PersonalDataPlace {
        private static final TenantId ACME = TenantId.of("acme");

        private FilePersonalDataSource files() {
            return new FilePersonalDataSource("files", "attachment", "content", root);
        }

        @Override
        public PersonalDataSource source() {
            return files();
        }

        @Override
        public List<SubjectRef> subjects() {
            return List.of(
                    SubjectRef.of(ACME, "contact", "1"),
                    SubjectRef.of(ACME, "contact", "11"),
                    SubjectRef.of(ACME, "contact", "../1"),
                    SubjectRef.of(ACME, "owner", "1"),
                    SubjectRef.of(TenantId.of("Acme"), "contact", "1"));
        }

        @Override
        public void clear() {
            each(root, path -> !path.equals(root), Files::delete);
        }

        @Override
        public void add(SubjectRef subject, int records) {
            try {
                Path directory = files().directory(subject);
                for (int number = 0; number < records; number++) {
                    Path place = number % 2 == 0 ? directory : Files.createDirectories(directory.resolve("more"));
                    Files.writeString(place.resolve(number + ".txt"), subject + " " + number);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String content(SubjectRef subject) {
            StringBuilder content = new StringBuilder();
            Path directory = new FileTree(root).directory(subject);
            each(
                    directory,
                    Files::isRegularFile,
                    file -> content.append(root.relativize(file))
                            .append('=')
                            .append(Files.readString(file))
                            .append('\n'));
            return content.toString();
        }

        private interface Act {
            void on(Path path) throws IOException;
        }

        private static void each(Path directory, java.util.function.Predicate<Path> wanted, Act act) {
            if (!Files.isDirectory(directory)) {
                return;
            }
            try (Stream<Path> found = Files.walk(directory)) {
                for (Path path : found.filter(wanted)
                        .sorted(Comparator.<Path>reverseOrder())
                        .toList()) {
                    act.on(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            clear();
        }
    }
}
