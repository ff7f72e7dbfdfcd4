package dev.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SubjectRefTest {
    private static final TenantId ACME = TenantId.of("acme");

    @Property(tries = 200)
    void everyIntegerTypeGivesOneId(@ForAll int number) {
        String id = Integer.toString(number);
        assertThat(SubjectRef.canonicalId(number)).isEqualTo(id);
        assertThat(SubjectRef.canonicalId((long) number)).isEqualTo(id);
        assertThat(SubjectRef.canonicalId(BigInteger.valueOf(number))).isEqualTo(id);
        assertThat(SubjectRef.canonicalId(new BigDecimal(number).setScale(2))).isEqualTo(id);
    }

    @Test
    void uuidIsLowerCaseAndTextIsUnchanged() {
        UUID uuid = UUID.fromString("0A1B2C3D-0000-4000-8000-00000000000F");
        assertThat(SubjectRef.canonicalId(uuid)).isEqualTo("0a1b2c3d-0000-4000-8000-00000000000f");
        assertThat(SubjectRef.canonicalId("007 Ä")).isEqualTo("007 Ä");
    }

    @Test
    void aFractionIsNoId() {
        assertThatThrownBy(() -> SubjectRef.canonicalId(new BigDecimal("1.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1.5");
        assertThatThrownBy(() -> SubjectRef.canonicalId(1.0d)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIdIsNotPrinted() {
        SubjectRef subject = SubjectRef.of(ACME, "contact", "anna@example.com");
        assertThat(subject.toString()).doesNotContain("anna");
        assertThat(subject).isNotEqualTo(SubjectRef.of(ACME, "team-member", "anna@example.com"));
    }
}
