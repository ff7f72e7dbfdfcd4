package dev.protection.samples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSampleTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void walksThroughTheMainJob(boolean postgres) throws IOException, SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        JdbcSample.run(postgres, 2_000, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("the application reads   Anna Virtanen, person1@mail.example")
                .contains("the newsletter reads    ***, person1@mail.example")
                .contains("without a purpose       42501 PROT-CONTEXT-MISSING")
                .contains("a copy in files         ")
                .contains("the erasure is          FULFILLED")
                .contains("kept by law             invoice [address, full_name]")
                .contains("the agent reads now     null, null")
                .contains("the accountant reads    Anna Virtanen")
                .contains("due by age              ")
                .contains("BULK_READ")
                .contains("and is whole")
                .containsPattern("the measures promised   48 sentences: [1-9][0-9]* implemented")
                .doesNotContain("contradicted");
    }
}
