package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LimitsTest {
    private static final int DEEP = 1_500;

    @TestFactory
    Stream<DynamicTest> deepNesting_isRefusedWithItsCode_inEveryForm() {
        return Stream.of(
                        "select " + "(".repeat(DEEP) + "1 from page_contact",
                        "select " + "- ".repeat(DEEP) + "1 from page_contact",
                        "select " + "not (".repeat(DEEP) + "1 from page_contact",
                        "select " + "f(".repeat(DEEP) + "1 from page_contact",
                        "select " + "case when ".repeat(DEEP) + "1 from page_contact",
                        "select 1 from " + "(".repeat(DEEP) + "page_contact",
                        "select 1 from " + "(select 1 from ".repeat(DEEP) + "page_contact",
                        "select " + "(select ".repeat(DEEP) + "1 from page_contact",
                        "(".repeat(DEEP) + "select 1 from page_contact",
                        "select 1" + "::int".repeat(DEEP) + " from page_contact",
                        "select 1" + " is null".repeat(DEEP) + " from page_contact",
                        "select 1 from page_contact" + " cross join page".repeat(DEEP),
                        "select 1 from page_contact" + " union select 1".repeat(DEEP),
                        "with x as (".repeat(DEEP) + "select 1 from page_contact")
                .map(sql -> DynamicTest.dynamicTest(sql.substring(0, 40), () -> {
                    for (Dialect dialect : Dialect.values()) {
                        assertThatThrownBy(() -> Example.analyzer(dialect).analyze(sql))
                                .isInstanceOf(SqlRefused.class)
                                .satisfies(refused -> assertThat(((SqlRefused) refused).refusal())
                                        .isIn(SqlRefusal.TOO_DEEP, SqlRefusal.SYNTAX));
                    }
                }));
    }

    @Test
    void longLists_areNoDepth() {
        String list = "?, ".repeat(3_000) + "?";
        String sql =
                "select full_name from page_contact where email in (" + list + ") and 1 = 1" + " and 1 = 1".repeat(900);
        for (Dialect dialect : Dialect.values()) {
            assertThat(Example.analyzer(dialect).analyze(sql)).isInstanceOf(QueryPlan.class);
        }
    }

    @Test
    void work_growsWithTheTextAlone() {
        String nested = "(".repeat(150) + "select 1" + ")".repeat(150);
        String sql = "select " + nested + (", " + nested).repeat(20) + " from page_contact";
        List<Token> tokens = Tokenizer.tokens(sql, Dialect.POSTGRESQL);
        Parser parser = new Parser(sql, Dialect.POSTGRESQL, tokens);
        parser.statement();
        assertThat(parser.steps()).isLessThan(100L * tokens.size());
    }

    @Test
    void textOverTheLimit_passesOnlyWithoutAProtectedName() {
        String padding = " ".repeat(Tokenizer.MAX_CHARACTERS);
        Analyzer analyzer = Example.analyzer(Dialect.H2);
        assertThat(analyzer.analyze("select 1" + padding)).isInstanceOf(Untouched.class);
        assertThatThrownBy(() -> analyzer.analyze("select 1 from message" + padding))
                .hasMessageContaining("PROT-SQL-TEXT-TOO-LONG");
    }
}
