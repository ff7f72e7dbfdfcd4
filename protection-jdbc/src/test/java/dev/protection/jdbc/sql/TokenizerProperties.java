package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TokenizerProperties {
    @Property(tries = 200)
    void tokens_coverTheTextInOrder_withOnlyBlanksAndCommentsBetween(
            @ForAll("texts") String sql, @ForAll Dialect dialect) {
        List<Token> tokens = tokensOrNone(sql, dialect);
        int at = 0;
        for (Token token : tokens) {
            assertThat(token.start()).isGreaterThanOrEqualTo(at);
            assertThat(token.end()).isGreaterThan(token.start());
            assertThat(Tokenizer.tokens(sql.substring(at, token.start()), dialect))
                    .isEmpty();
            at = token.end();
        }
    }

    @Property(tries = 200)
    void aText_joinedFromItsTokensWithBlanks_hasTheSameTokens(@ForAll("texts") String sql, @ForAll Dialect dialect) {
        List<Token> tokens = tokensOrNone(sql, dialect);
        StringBuilder joined = new StringBuilder();
        tokens.forEach(token -> joined.append(sql, token.start(), token.end()).append(' '));
        List<Token> again = Tokenizer.tokens(joined.toString(), dialect);
        assertThat(again.stream().map(Token::kind))
                .isEqualTo(tokens.stream().map(Token::kind).toList());
    }

    private static List<Token> tokensOrNone(String sql, Dialect dialect) {
        try {
            return Tokenizer.tokens(sql, dialect);
        } catch (SqlRefused e) {
            return List.of();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "select",
                        "a",
                        "b1",
                        "'x'",
                        "'it''s'",
                        "\"q\"",
                        "`m`",
                        "1",
                        "2.5e3",
                        ".5",
                        "?",
                        "??",
                        "$$t$$",
                        "--",
                        "/*",
                        "*/",
                        "\n",
                        " ",
                        "(",
                        ")",
                        ",",
                        ".",
                        ";",
                        "::",
                        ":=",
                        "<=",
                        "<>",
                        "||",
                        "->>",
                        "-",
                        "+",
                        "*",
                        "/",
                        "@v",
                        "$1",
                        "#",
                        "e'\\n'",
                        "x'1f'",
                        "u&'a'",
                        "{d '2000-01-01'}",
                        "\u00e4",
                        "[",
                        "]")
                .list()
                .ofMaxSize(30)
                .map(words -> String.join("", words));
    }
}
