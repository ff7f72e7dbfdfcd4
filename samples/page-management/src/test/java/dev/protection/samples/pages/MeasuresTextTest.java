package dev.protection.samples.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.core.PrintMeasures;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The measures text: 48 rows for 51 sentences, over HTTP and by a command. */
class MeasuresTextTest {
    private static final Pattern ROW = Pattern.compile("(?m)^(?:## )?S(\\d\\d)(?:-S(\\d\\d))?[ :]");

    @Test
    void theRunningProductPrintsItsMeasures_withEvidenceAsOfNow() throws Exception {
        try (Product product = Product.start("--sample.people=20")) {
            String site = product.site();
            String text = new Visitor(site).text("/measures", "officer");
            covers(text);
            assertThat(text)
                    .contains("S32 [Partially implemented]", "ROOT_KEY_IN_FILE", "S09 [Planned]", "S48 [Implemented]")
                    .contains("S01-S02 [Partially implemented]", "DATA_SOURCE_UNPROTECTED")
                    .doesNotContain("[Contradicted]", "[Stale]");
            assertThat(new Visitor(site).text("/measures", "stranger")).doesNotContain("S09");
        }
    }

    @Test
    void aCommandPrintsThemFromTheDeclarationAlone() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = PrintMeasures.run(
                List.of("classpath:protection.yaml"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(exit).isZero();
        covers(out.toString(StandardCharsets.UTF_8));
    }

    private static void covers(String text) {
        List<Integer> sentences = new ArrayList<>();
        int rows = 0;
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            rows++;
            int first = Integer.parseInt(row.group(1));
            int last = row.group(2) == null ? first : Integer.parseInt(row.group(2));
            IntStream.rangeClosed(first, last).forEach(sentences::add);
        }
        assertThat(rows).isEqualTo(48);
        assertThat(sentences).isEqualTo(IntStream.rangeClosed(1, 51).boxed().toList());
    }
}
