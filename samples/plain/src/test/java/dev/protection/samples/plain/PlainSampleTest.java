package dev.protection.samples.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainSampleTest {
    @Test
    void showsWhatTheDeclarationDoes() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new PlainSample(new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("For support it reads:        Anna Virtanen")
                .contains("For the newsletter it reads: ***")
                .contains("Another tenant's agent:      PROT-ACCESS-DENIED")
                .contains("is whole");
    }
}
