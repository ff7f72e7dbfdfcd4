package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of a page stands in a test, word for word, so that it is compiled and run. */
class PagesTest {
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- from (\\S+\\.java) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Path DOC = Path.of("doc");
    private static final Path TESTS = Path.of("src/test/java");

    @ParameterizedTest
    @ValueSource(strings = {"testing.md", "erasure.md", "retention.md", "lawfulness.md", "access.md"})
    void everySnippetStandsInATest(String page) throws IOException {
        String text = Files.readString(DOC.resolve(page));
        Matcher snippets = SNIPPET.matcher(text);
        int count = 0;
        while (snippets.find()) {
            String source = Files.readString(TESTS.resolve(snippets.group(1)));
            assertThat(flat(source)).as(snippets.group(1)).contains(flat(snippets.group(2)));
            count++;
        }
        assertThat(count).isPositive().isEqualTo(text.split("```java", -1).length - 1);
    }

    private static String flat(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
