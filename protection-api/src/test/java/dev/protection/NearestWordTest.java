package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    private static final List<String> WORDS = List.of("category", "encrypt", "search", "type");

    @Test
    void aWordWithFewWrongLettersIsFound() {
        assertThat(NearestWord.of("catgory", WORDS)).contains("category");
        assertThat(NearestWord.of("encript", WORDS)).contains("encrypt");
        assertThat(NearestWord.of("typ", WORDS)).contains("type");
        assertThat(NearestWord.of("saerch", WORDS)).contains("search");
    }

    @Test
    void aWordThatIsFarFromAllIsNotGuessed() {
        assertThat(NearestWord.of("banana", WORDS)).isEmpty();
        assertThat(NearestWord.of("", WORDS)).isEmpty();
        assertThat(NearestWord.of("type", List.of())).isEmpty();
    }

    @Test
    void amongEquallyNearWordsTheAnswerIsAlwaysTheSame() {
        assertThat(NearestWord.of("bat", List.of("hat", "cat"))).contains("cat");
        assertThat(NearestWord.of("bat", List.of("cat", "hat"))).contains("cat");
    }

    @Test
    void theHintNamesTheNearWordElseAllOfAFewElseNothing() {
        assertThat(NearestWord.hint("typ", WORDS)).isEqualTo(", did you mean 'type'?");
        assertThat(NearestWord.hint("banana", WORDS)).isEqualTo("; known: category, encrypt, search, type");
        assertThat(NearestWord.hint("banana", Collections.nCopies(13, "word"))).isEmpty();
        assertThat(NearestWord.hint("banana", List.of())).isEmpty();
    }
}
