package dev.protection.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.core.VerifyLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An exported log of a released format stays verifiable for ever. */
class GoldenLogTest {
    @Test
    void theExportOfFormatOneIsWhole() throws Exception {
        URI export = Objects.requireNonNull(GoldenLogTest.class.getResource("log-v1"))
                .toURI();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = VerifyLog.run(
                List.of(Path.of(export).toString(), "--entry", "2"),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("3 entries; the log is whole.");
    }
}
