package dev.protection.jdbc.sql;

import static dev.protection.jdbc.sql.Dialect.H2;
import static dev.protection.jdbc.sql.Dialect.MARIADB;
import static dev.protection.jdbc.sql.Dialect.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static String cut(String sql, Dialect dialect) {
        return Tokenizer.tokens(sql, dialect).stream()
                .map(token -> token.kind() + ":" + sql.substring(token.start(), token.end()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void everyFormOfString_isOneToken() {
        assertThat(cut("'a''b' e'\\'' x'1f' n'x' u&'a' $q$ ' $$ $q$", POSTGRESQL))
                .isEqualTo("STRING:'a''b' STRING:e'\\'' STRING:x'1f' STRING:n'x' STRING:u&'a' STRING:$q$ ' $$ $q$");
        assertThat(cut("'a\\'b' \"c\"\"d\" _utf8'x'", MARIADB))
                .isEqualTo("STRING:'a\\'b' STRING:\"c\"\"d\" WORD:_utf8 STRING:'x'");
        assertThat(cut("$$a'b$$ 'x'", H2)).isEqualTo("STRING:$$a'b$$ STRING:'x'");
    }

    @Test
    void backslashInAPlainString_isACharacterUnlessInMariaDb() {
        assertThat(cut("'a\\' x", POSTGRESQL)).isEqualTo("STRING:'a\\' WORD:x");
        assertThatThrownBy(() -> cut("'a\\' x", MARIADB)).isInstanceOf(SqlRefused.class);
    }

    @Test
    void comments_areNoTokens_andNestWhereTheDatabaseNestsThem() {
        assertThat(cut("a /* x /* y */ z */ b -- c\nd", POSTGRESQL)).isEqualTo("WORD:a WORD:b WORD:d");
        assertThat(cut("a /* x /* y */ b # c\nd", MARIADB)).isEqualTo("WORD:a WORD:b WORD:d");
        assertThat(cut("1--1", MARIADB)).isEqualTo("NUMBER:1 SYMBOL:- SYMBOL:- NUMBER:1");
        assertThat(cut("a // c\nb", H2)).isEqualTo("WORD:a WORD:b");
    }

    @Test
    void questionMarks_areParametersUnlessDoubledInPostgresql() {
        assertThat(cut("? ?? ?", POSTGRESQL)).isEqualTo("PARAMETER:? SYMBOL:?? PARAMETER:?");
        assertThat(cut("a=?", POSTGRESQL)).isEqualTo("WORD:a SYMBOL:= PARAMETER:?");
        assertThat(cut("a @?? b", POSTGRESQL)).isEqualTo("WORD:a SYMBOL:@?? WORD:b");
        assertThat(cut("?1", H2)).isEqualTo("VARIABLE:?1");
        assertThat(cut("$1", POSTGRESQL)).isEqualTo("VARIABLE:$1");
        assertThat(cut("@a @@b.c @`d`", MARIADB)).isEqualTo("VARIABLE:@a VARIABLE:@@b.c VARIABLE:@`d`");
    }

    @Test
    void operatorsOfPostgresql_takeTheLongestRunWithoutATrailingSign() {
        assertThat(cut("a<=-1", POSTGRESQL)).isEqualTo("WORD:a SYMBOL:<= SYMBOL:- NUMBER:1");
        assertThat(cut("a@-1", POSTGRESQL)).isEqualTo("WORD:a SYMBOL:@- NUMBER:1");
        assertThat(cut("a*/* c */b", POSTGRESQL)).isEqualTo("WORD:a SYMBOL:* WORD:b");
        assertThat(cut("a::int", POSTGRESQL)).isEqualTo("WORD:a SYMBOL::: WORD:int");
    }

    @Test
    void namesThatBeginWithDigits_areNamesInMariaDbAlone() {
        assertThat(cut("1a t.1b", MARIADB)).isEqualTo("WORD:1a WORD:t SYMBOL:. WORD:1b");
        assertThatThrownBy(() -> cut("1a", POSTGRESQL)).isInstanceOf(SqlRefused.class);
    }

    @Test
    void keywords_areFoldedByAsciiAlone() {
        assertThat(Tokenizer.tokens("SELECT \u212Aey", POSTGRESQL).get(0).text())
                .isEqualTo("select");
        assertThat(Tokenizer.tokens("\u212Aey", POSTGRESQL).get(0).text()).isEqualTo("\u212Aey");
    }

    @Test
    void tooMuchText_andTooManyTokens_areRefusedEachWithItsCode() {
        assertThatThrownBy(() -> cut(" ".repeat(Tokenizer.MAX_CHARACTERS + 1), H2))
                .hasMessageContaining("PROT-SQL-TEXT-TOO-LONG");
        assertThatThrownBy(() -> cut("1 ".repeat(Tokenizer.MAX_TOKENS + 1), H2))
                .hasMessageContaining("PROT-SQL-TOO-MANY-TOKENS");
    }
}
