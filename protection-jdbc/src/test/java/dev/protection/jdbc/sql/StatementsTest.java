package dev.protection.jdbc.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the statements under {@code resources/sql}: what becomes of each is written beside it. */
class StatementsTest {
    private final Map<Dialect, Analyzer> analyzers = new EnumMap<>(Dialect.class);

    StatementsTest() {
        for (Dialect dialect : Dialect.values()) {
            analyzers.put(dialect, Example.analyzer(dialect));
        }
    }

    @TestFactory
    Stream<DynamicTest> handledStatements_becomeWhatIsWrittenBesideThem() {
        return Stream.of("handled.txt", "reads.txt", "dialects.txt", "definitions.txt")
                .flatMap(file -> StatementFile.expected(file).stream())
                .map(expected -> DynamicTest.dynamicTest(expected.title(), () -> {
                    Plan plan = analyzer(expected.dialect()).analyze(expected.sql());
                    assertThat(Printed.plan(plan, expected.dialect())).isEqualTo(expected.outcome());
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusedStatements_giveTheirCodeAndNothingOfTheirText() {
        return StatementFile.refused().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.title(), () -> {
                    Analyzer analyzer = analyzer(expected.dialect());
                    assertThatThrownBy(() -> analyzer.analyze(expected.sql()))
                            .asInstanceOf(type(SqlRefused.class))
                            .satisfies(refused -> {
                                assertThat(refused.code()).isEqualTo("PROT-SQL-" + expected.outcome());
                                assertThat(refused.offset())
                                        .isBetween(0, expected.sql().length());
                                assertThat(refused.remedy()).isNotBlank();
                                assertThat(refused.getMessage()).doesNotContain("page_contact");
                            });
                }));
    }

    @TestFactory
    Stream<DynamicTest> untouchedStatements_comeBackAsTheSameString() {
        return StatementFile.untouched().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.title(), () -> {
                    Plan plan = analyzer(expected.dialect()).analyze(expected.sql());
                    assertThat(plan)
                            .asInstanceOf(type(Untouched.class))
                            .satisfies(same -> assertThat(same.sql()).isSameAs(expected.sql()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> equalText_givesEqualPlans() {
        return List.of(Dialect.values()).stream()
                .map(dialect -> DynamicTest.dynamicTest(dialect.name(), () -> {
                    String sql = "select full_name from page_contact where email = ?";
                    assertThat(Printed.plan(analyzer(dialect).analyze(sql), dialect))
                            .isEqualTo(Printed.plan(analyzer(dialect).analyze(sql), dialect));
                }));
    }

    private Analyzer analyzer(Dialect dialect) {
        return Objects.requireNonNull(analyzers.get(dialect));
    }
}
