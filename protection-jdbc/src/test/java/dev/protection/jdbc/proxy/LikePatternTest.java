package dev.protection.jdbc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.jdbc.proxy.LikePattern.Kind;
import dev.protection.jdbc.sql.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikePatternTest {
    @ParameterizedTest
    @CsvSource({
        "'', WHOLE, ''",
        "Davis, WHOLE, Davis",
        "Da%, BEGINNING, Da",
        "Da%%, BEGINNING, Da",
        "%, ANY, ''",
        "%%%, ANY, ''",
        "D_vis, OTHER, ''",
        "_, OTHER, ''",
        "%a, OTHER, ''",
        "a%b, OTHER, ''",
        "%a%, OTHER, ''",
        "a!%b, WHOLE, a%b",
        "a!_%, BEGINNING, a_",
        "!!%, BEGINNING, !",
        "!%%, BEGINNING, %",
        "%!%, OTHER, ''",
        "_!%, OTHER, ''",
    })
    void aPatternAsksForATextABeginningAnythingOrMore(String pattern, Kind kind, String text) {
        assertReads(LikePattern.of(pattern, '!', Dialect.POSTGRESQL), kind, text);
    }

    private static void assertReads(LikePattern read, Kind kind, String text) {
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void withoutEscapeCharacterNothingIsEscaped(Dialect dialect) {
        assertReads(LikePattern.of("a\\%", -1, dialect), Kind.BEGINNING, "a\\");
        assertReads(LikePattern.of("a\\", -1, dialect), Kind.WHOLE, "a\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!", "!", "%!", "_a!", "a%b!"})
    void anEscapeAtTheEndIsMalformed(String pattern) {
        assertThatThrownBy(() -> LikePattern.of(pattern, '!', Dialect.POSTGRESQL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a!b", "%a!b", "!a%"})
    void h2EscapesNothingElse(String pattern) {
        assertThatThrownBy(() -> LikePattern.of(pattern, '!', Dialect.H2)).isInstanceOf(IllegalArgumentException.class);
        LikePattern.of(pattern, '!', Dialect.MARIADB);
    }

    @ParameterizedTest
    @CsvSource({"00, 01", "00FF, 01", "0AFFFF, 0B", "01FE, 01FF"})
    void whatBeginsAlikeEndsBeforeItsSuccessor(String bytes, String next) {
        java.util.HexFormat hex = java.util.HexFormat.of();
        assertThat(TextConditionRenderer.successor(hex.parseHex(bytes))).isEqualTo(hex.parseHex(next));
    }
}
