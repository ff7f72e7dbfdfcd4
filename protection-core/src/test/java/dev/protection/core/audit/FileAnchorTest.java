package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.StoreUnavailableException;
import dev.protection.audit.Anchor;
import dev.protection.testing.AnchorContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAnchorTest extends AnchorContract {
    @TempDir
    private Path directory;

    @Override
    protected Anchor emptyAnchor() {
        return new FileAnchor(directory.resolve("anchor"));
    }

    @Override
    protected Anchor opened(Anchor first) {
        return new FileAnchor(directory.resolve("anchor"));
    }

    @Test
    void everyCheckpointStaysInTheFile() throws Exception {
        Anchor anchor = emptyAnchor();
        anchor.publish(checkpoint(1, 1));
        byte[] first = Files.readAllBytes(file());
        anchor.publish(checkpoint(2, 2));
        assertThat(Files.readAllBytes(file())).startsWith(first);
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void aLineThatACrashCutShortIsNotALineAndIsWrittenOver() throws Exception {
        Anchor anchor = emptyAnchor();
        anchor.publish(checkpoint(1, 1));
        Files.writeString(file(), "ZXhhbXBsZS5jb20vbG9nCjIK", StandardOpenOption.APPEND);
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(1, 1));
        anchor.publish(checkpoint(3, 3));
        assertThat(anchor.latest(ORIGIN)).contains(checkpoint(3, 3));
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    @Test
    void aFileThatHoldsSomethingElseIsAnErrorNotAnEmptyAnchor() throws Exception {
        Anchor anchor = emptyAnchor();
        anchor.publish(checkpoint(1, 1));
        Files.writeString(file(), "not a checkpoint\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> anchor.latest(ORIGIN)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> anchor.publish(checkpoint(2, 2))).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAnError() throws Exception {
        Path blocked = Files.writeString(directory.resolve("file"), "in the way");
        Anchor anchor = new FileAnchor(blocked);
        assertThatThrownBy(() -> anchor.publish(checkpoint(1, 1))).isInstanceOf(StoreUnavailableException.class);
    }

    private Path file() {
        return directory.resolve("anchor").resolve("example.com%2Flog.checkpoints");
    }
}
