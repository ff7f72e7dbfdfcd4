package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlPageTest {
    @Test
    void thePage_listsEveryRefusalAsTheCodeKnowsIt() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("spec", "sql.md")).stream()
                .filter(line -> line.startsWith("| `PROT-SQL-"))
                .toList();
        List<String> known = Stream.of(SqlRefusal.values())
                .map(refusal -> "| `" + refusal.code() + "` | " + refusal.why() + " | " + refusal.remedy() + " |")
                .toList();
        assertThat(rows).isEqualTo(known);
    }

    @Test
    void everyRefusal_isProvedByAStatementOrALimit() {
        List<String> proved = StatementFile.refused().stream()
                .map(StatementFile.Expected::outcome)
                .toList();
        List<String> limits = List.of(
                "TEXT-TOO-LONG",
                "TOO-MANY-TOKENS",
                "TOO-DEEP",
                "KEY-UNKNOWN",
                "REWRITE",
                "MODE",
                "CASCADE",
                "PLAIN-COLUMN",
                "LABEL");
        assertThat(Stream.of(SqlRefusal.values())
                        .map(refusal -> refusal.name().replace('_', '-'))
                        .filter(code -> !proved.contains(code) && !limits.contains(code)))
                .isEmpty();
    }
}
