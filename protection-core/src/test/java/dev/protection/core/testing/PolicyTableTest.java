package dev.protection.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.core.Protection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Policies as tables: rows that hold pass, rows that do not fail with the reason, and misspelled tables are refused. */
@ExtendWith(ProtectionExtension.class)
@ProtectionConfig("classpath:dev/protection/core/testing/protection.yaml")
class PolicyTableTest {
    private static final String HEADER =
            "| role | assigned | purpose | for | action | item | of | answer |\n|---|---|---|---|---|---|---|---|\n";

    @TestFactory
    Stream<DynamicTest> whoSeesWhat(Protection protection) {
        return PolicyTable.of("""
                | role  | assigned | purpose | for    | action | item              | of     | answer                      |
                | agent | acme     | support | acme   | READ   | contact.full_name | acme   | yes                         |
                |       |          |         |        | READ   | contact.full_name | globex | TENANT_OUT_OF_SCOPE         |
                |       |          |         | globex | READ   | contact.full_name | acme   | CONTEXT_TENANT_OUT_OF_SCOPE |
                |       |          |         | acme   | COPY   | contact.full_name | acme   | NO_GRANT                    |
                | clerk |          |         |        | READ   | contact.full_name | acme   | NO_KNOWN_ROLE               |
                """).tests(protection);
    }

    @Test
    void aRowThatDoesNotHoldFailsAndSaysWhy(Protection protection) {
        List<DynamicTest> tests = PolicyTable.of(
                        HEADER + "| agent | acme | support | acme | READ | contact.full_name | globex | yes |")
                .tests(protection)
                .toList();
        assertThat(tests).hasSize(1);
        assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TENANT_OUT_OF_SCOPE")
                .hasMessageContaining("assigning the actor to the tenant 'globex'");
    }

    @Test
    void whatIsMisspelledIsNamedWithTheNearestWord() {
        String row = "| agent | acme | support | acme | REED | contact.full_name | acme | yes |";
        assertThatThrownBy(() -> PolicyTable.of(HEADER + row)).hasMessageContaining("did you mean 'READ'?");
        assertThatThrownBy(() ->
                        PolicyTable.of(HEADER + row.replace("REED", "READ").replace("yes", "NO_GRAND")))
                .hasMessageContaining("did you mean 'NO_GRANT'?");
        assertThatThrownBy(() -> PolicyTable.of(HEADER.replace("| of ", ""))).hasMessageContaining("no column 'of'");
        assertThatThrownBy(() ->
                        PolicyTable.of(HEADER + row.replace("REED", "READ").replace("contact.full_name", "contact")))
                .hasMessageContaining("dataset.field");
    }
}
