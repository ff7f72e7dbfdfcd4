package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class AnalyzerProperties {
    private static final List<String> STATEMENTS = Stream.of(
                    "handled.txt", "reads.txt", "dialects.txt", "definitions.txt")
            .flatMap(file -> StatementFile.expected(file).stream())
            .map(StatementFile.Expected::sql)
            .distinct()
            .toList();

    @Property(tries = 200)
    void mutatedStatements_areHandledOrRefused_neverAnythingElse(
            @ForAll("mutants") String sql, @ForAll Dialect dialect) {
        onlyRefused(sql, dialect);
    }

    @Property(tries = 20_000)
    @Tag("thorough")
    void manyMutatedStatements_areHandledOrRefused_neverAnythingElse(
            @ForAll("mutants") String sql, @ForAll Dialect dialect) {
        onlyRefused(sql, dialect);
    }

    @Property(tries = 200)
    void wordsInAnyOrder_areHandledOrRefused_neverAnythingElse(@ForAll("soups") String sql, @ForAll Dialect dialect) {
        onlyRefused(sql, dialect);
    }

    private static void onlyRefused(String sql, Dialect dialect) {
        assertThatCode(() -> {
                    try {
                        Example.analyzer(dialect).analyze(sql);
                    } catch (SqlRefused e) {
                        assertThat(e.offset()).isBetween(0, sql.length());
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void aProtectedTableInFrom_isNeverUntouched(
            @ForAll("tableNames") String table, @ForAll("tails") String tail, @ForAll Dialect dialect) {
        String sql = "select 1 from " + table + tail;
        try {
            assertThat(Example.analyzer(dialect).analyze(sql)).isNotInstanceOf(Untouched.class);
        } catch (SqlRefused e) {
            assertThat(e.code()).startsWith("PROT-SQL-");
        }
    }

    @Property(tries = 100)
    void parsing_looksAtEachTokenABoundedNumberOfTimes(@ForAll("mutants") String sql, @ForAll Dialect dialect) {
        List<Token> tokens;
        try {
            tokens = Tokenizer.tokens(sql, dialect);
        } catch (SqlRefused e) {
            return;
        }
        Parser parser = new Parser(sql, dialect, tokens);
        try {
            parser.statement();
        } catch (SqlRefused e) {
            assertThat(e.code()).startsWith("PROT-SQL-");
        }
        assertThat(parser.steps()).isLessThan(100L * (tokens.size() + 10));
    }

    @Provide
    Arbitrary<String> tableNames() {
        return Arbitraries.of(
                "page_contact",
                "PAGE_CONTACT",
                "Page_Contact",
                "public.page_contact",
                "PUBLIC . page_contact",
                "\"page_contact\"",
                "\"PAGE_CONTACT\"",
                "`page_contact`",
                "message",
                "/* c */message",
                "page, message",
                "page join message on 1 = 1",
                "(message)",
                "(select * from message) x",
                "contact_view",
                "me\u015fsage");
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of("", " where 1 = 1", " m", " as m where m.client_id = ?", ";", " -- x", " order by 1");
    }

    /** A statement with a word taken away, doubled, or put elsewhere. */
    @Provide
    Arbitrary<String> mutants() {
        return Combinators.combine(
                        Arbitraries.of(STATEMENTS),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 60))
                .as(AnalyzerProperties::mutated);
    }

    private static String mutated(String sql, int way, int from, int to) {
        List<String> words = new ArrayList<>(List.of(sql.split("(?<=[ (),.=])|(?=[(),.=])", -1)));
        String word = words.get(from % words.size());
        if (way != 1) {
            words.remove(from % words.size());
        }
        if (way != 0 && !words.isEmpty()) {
            words.add(to % words.size(), word);
        }
        return String.join("", words);
    }

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "select",
                        "from",
                        "where",
                        "page_contact",
                        "c",
                        "full_name",
                        "email",
                        "*",
                        ",",
                        "(",
                        ")",
                        "?",
                        "=",
                        "in",
                        "is",
                        "null",
                        "and",
                        "or",
                        "not",
                        "left",
                        "join",
                        "on",
                        "insert",
                        "into",
                        "values",
                        "update",
                        "set",
                        "delete",
                        "create",
                        "table",
                        "index",
                        "alter",
                        "add",
                        "'x'",
                        "1",
                        "with",
                        "as",
                        "union",
                        "order",
                        "by",
                        "limit",
                        "group",
                        "distinct",
                        "exists",
                        ".",
                        "--",
                        "drop",
                        "unique")
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(words -> String.join(" ", words));
    }
}
