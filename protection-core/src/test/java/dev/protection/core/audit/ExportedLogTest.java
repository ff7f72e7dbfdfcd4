package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.core.VerifyLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedLogTest {
    private static final int ENTRIES = 600; // two full tiles and one that is not

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void anExportHasTheFilesOfTlogTiles() throws Exception {
        Path export = export(ENTRIES);
        assertThat(files(export))
                .containsExactlyInAnyOrder(
                        "checkpoint",
                        "keys",
                        "tile/0/000",
                        "tile/0/001",
                        "tile/0/002.p/88",
                        "tile/1/000.p/2",
                        "tile/entries/000",
                        "tile/entries/001",
                        "tile/entries/002.p/88");
        assertThat(Files.size(export.resolve("tile/0/000"))).isEqualTo(8_192);
    }

    @Test
    void tileNumbersAreGroupedByThreeDigits() {
        assertThat(Tiles.entriesPath(1_234_067, Tiles.WIDTH)).isEqualTo("tile/entries/x001/x234/067");
        assertThat(Tiles.tilePath(2, 5, 17)).isEqualTo("tile/2/005.p/17");
    }

    @Test
    void aTreeOfExactlyOneTileHasItsRootAboveIt() throws Exception {
        assertThat(files(export(256)))
                .containsExactlyInAnyOrder("checkpoint", "keys", "tile/0/000", "tile/1/000.p/1", "tile/entries/000");
    }

    @Test
    void whatWasExportedIsWhole() throws Exception {
        for (int entries : List.of(0, 1, 255, 256, 257, ENTRIES)) {
            Path export = export(entries);
            assertThat(VerifyLog.run(List.of(export.toString()), out()))
                    .as(said())
                    .isZero();
            assertThat(ExportedLog.open(export).verify().size()).isEqualTo(entries);
        }
    }

    @Test
    void anyByteChangedInAnyFileIsFound() throws Exception {
        Path export = export(300);
        for (String name : files(export)) {
            Path file = export.resolve(name);
            byte[] real = Files.readAllBytes(file);
            for (int at : List.of(0, real.length / 2, real.length - 1)) {
                byte[] changed = real.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThat(VerifyLog.run(List.of(export.toString()), out()))
                        .as("%s at %d", name, at)
                        .isPositive();
            }
            Files.write(file, real);
        }
        assertThat(VerifyLog.run(List.of(export.toString()), out())).isZero();
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        for (String name : files(export(300))) {
            Path export = export(300);
            Files.delete(export.resolve(name));
            said.reset();
            assertThat(VerifyLog.run(List.of(export.toString()), out()))
                    .as(name)
                    .isPositive();
            assertThat(said()).contains(name);
        }
    }

    @Test
    void anExportSignedWithOtherKeysIsFoundByTheKeysTheAuditorKnows() throws Exception {
        Path export = export(5);
        Path known = Files.writeString(
                directory.resolve("known"), AuditFixture.signer().verifierKeys());
        assertThat(VerifyLog.run(List.of(export.toString(), "--keys", known.toString()), out()))
                .isEqualTo(1);
        Files.writeString(known, AuditFixture.SIGNER.verifierKeys());
        assertThat(VerifyLog.run(List.of(export.toString(), "--keys", known.toString()), out()))
                .isZero();
    }

    @Test
    void aLogContinuesItsOlderCheckpointAndNoOthers() throws Exception {
        TamperedStore store = AuditFixture.filled(10);
        Path older = Files.writeString(directory.resolve("older"), store.head().checkpoint());
        AuditEngine engine = AuditFixture.engine(store);
        engine.record(AuditFixture.read(11));
        Path export = directory.resolve("grown");
        engine.export(export);
        assertThat(VerifyLog.run(List.of(export.toString(), "--since", older.toString()), out()))
                .as(said())
                .isZero();
        Files.writeString(older, AuditFixture.filled(10).head().checkpoint());
        assertThat(VerifyLog.run(List.of(export.toString(), "--since", older.toString()), out()))
                .isEqualTo(1);
        Files.writeString(older, AuditFixture.filled(20).head().checkpoint());
        assertThat(VerifyLog.run(List.of(export.toString(), "--since", older.toString()), out()))
                .isEqualTo(1);
    }

    @Test
    void anEntryIsProven() throws Exception {
        Path export = export(ENTRIES);
        assertThat(VerifyLog.run(List.of(export.toString(), "--entry", "599"), out()))
                .isZero();
        assertThat(ExportedLog.open(export).proof(599)).hasSize(6);
        assertThat(VerifyLog.run(List.of(export.toString(), "--entry", "600"), out()))
                .isEqualTo(2);
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(VerifyLog.run(List.of(), out())).isEqualTo(2);
        assertThat(VerifyLog.run(List.of(directory.resolve("nowhere").toString()), out()))
                .isEqualTo(2);
        assertThat(said()).contains("usage:", "cannot be read");
    }

    @Test
    void aDirectoryInUseIsLeftAlone() throws Exception {
        Path export = export(1);
        AuditEngine engine = AuditFixture.engine(AuditFixture.filled(2));
        assertThatThrownBy(() -> engine.export(export)).isInstanceOf(StoreUnavailableException.class);
    }

    private Path export(int entries) throws IOException {
        Path export = Files.createTempDirectory(directory, "export");
        AuditFixture.engine(AuditFixture.filled(entries)).export(export);
        return export;
    }

    private static List<String> files(Path export) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> all = Files.walk(export)) {
            all.filter(Files::isRegularFile)
                    .map(file -> export.relativize(file).toString())
                    .forEach(names::add);
        }
        return names;
    }

    private PrintStream out() {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
