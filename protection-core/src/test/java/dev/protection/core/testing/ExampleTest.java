package dev.protection.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.protection.audit.AuditEvent;
import dev.protection.core.Protection;
import dev.protection.encryption.SealedRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ProtectionExtension.class)
@ProtectionConfig("classpath:dev/protection/core/testing/protection.yaml")
class ExampleTest {
    @Test
    @ActingAs(role = "agent", purpose = "support", tenant = "acme")
    void readingAContactIsRecorded(Protection protection, ProtectionProbe probe) {
        Map<String, Object> anna = Map.of("client_id", "acme", "id", 1, "full_name", "Anna");
        List<SealedRow> rows = protection.dataset("contact").write(List.of(anna));
        protection.dataset("contact").read(rows);
        assertThat(probe.assertRecordedOnce(AuditEvent.Kind.READ).fields()).containsExactly("full_name");
        probe.assertNothingRefused();
    }
}
