package dev.protection.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.protection.Action;
import dev.protection.ConfigurationException;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.LegalBasis;
import dev.protection.Problem;
import dev.protection.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
    private static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@example.com")
            .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name"))
            .dataset(Dataset.named("contact")
                    .purposes("support")
                    .subject("contact", "id")
                    .tenant("tenant_id")
                    .field(Field.sealed("full_name", "name"))
                    .build())
            .build();
    private static final Grant READS = Grant.of(Action.READ).purposes("support").categories("name");

    @Test
    void allProblemsAreReportedAtOnceWithTheNearestWord() {
        PolicyBuilder builder = Policy.builder()
                .role(
                        "agent",
                        Grant.of(Action.READ)
                                .purposes("suport")
                                .categories("email-adress")
                                .datasets("contacts"))
                .role("idle", READS, Grant.of());

        ConfigurationException refused = catchThrowableOfType(ConfigurationException.class, () -> builder.build(MAP));

        assertThat(refused.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "roles.agent.for: names the unknown purpose 'suport', did you mean 'support'?",
                        "roles.agent.categories: names the unknown category 'email-adress', did you mean 'email-address'?",
                        "roles.agent.datasets: names the unknown dataset 'contacts', did you mean 'contact'?",
                        "roles.idle[1].allow: is missing: say what the role may do",
                        "roles.idle[1].for: is missing: say for which purposes",
                        "roles.idle[1].categories: is missing: say which categories it opens");
    }

    @Test
    void deletingRowsNeedsNoCategory() {
        assertThat(Policy.builder()
                        .role("cleaner", Grant.of(Action.DELETE).purposes("support"))
                        .build(MAP)
                        .roles())
                .containsKey("cleaner");
    }

    @Test
    void equalPoliciesHaveEqualHashesAndOthersDoNot() {
        Policy policy = Policy.builder().role("a", READS).role("b").build(MAP);

        assertThat(policy).isEqualTo(Policy.builder().role("b").role("a", READS).build(MAP));
        assertThat(policy.hash())
                .isEqualTo(
                        Policy.builder().role("b").role("a", READS).build(MAP).hash())
                .isNotEqualTo(Policy.builder()
                        .role("a", READS.tenants(TenantScope.ANY))
                        .role("b")
                        .build(MAP)
                        .hash())
                .isNotEqualTo(Policy.builder()
                        .role("a", READS.datasets("contact"))
                        .role("b")
                        .build(MAP)
                        .hash())
                .isNotEqualTo(
                        Policy.builder().role("a").role("b", READS).build(MAP).hash());
    }

    @Test
    void aChangeNamesTheRolesThatDiffer() {
        Policy before = Policy.builder().role("a", READS).role("b").role("gone").build(MAP);
        Policy after =
                Policy.builder().role("a", READS).role("b", READS).role("new").build(MAP);

        assertThat(new PolicyChange(before, after).asData())
                .containsEntry("roles", "b, gone, new")
                .containsEntry("after", after.hash());
    }

    @Test
    void aThresholdOfNothingIsRefused() {
        assertThatThrownBy(() -> new BulkThreshold(0, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BulkThreshold(1, Duration.ofSeconds(59)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(FieldType.class)
    void aMaskIsRecognisedWhenItIsSentBack(FieldType type) {
        Object shown = Mask.REDACTED.valueFor(type).orElse(null);

        assertThat(shown).isEqualTo(type == FieldType.TEXT ? "***" : null);
        assertThat(Mask.REDACTED.isSentBack(type, shown)).isTrue();
        assertThat(Mask.REDACTED.isSentBack(type, "a value")).isFalse();
    }
}
