package dev.protection.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.SubjectRef;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.Policy;
import dev.protection.access.TenantScope;
import dev.protection.audit.AuditEvent;
import dev.protection.audit.AuditQuery;
import dev.protection.core.testing.ActingAs;
import dev.protection.core.testing.ProtectionExtension;
import dev.protection.encryption.ProtectedDataset;
import dev.protection.encryption.Sealed;
import dev.protection.encryption.SealedRow;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets of the page about lawfulness, and what hosts without JDBC see of it. */
@ActingAs(role = "officer", purpose = "outreach", tenant = "acme")
class LawfulnessPageTest {
    private static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@pages.example")
            .purpose(Purpose.of("outreach", LegalBasis.LEGITIMATE_INTERESTS, "name"))
            .dataset(Dataset.named("contact")
                    .purposes("outreach")
                    .subject("contact", "contact_id")
                    .tenant("client_id")
                    .field(Field.sealed("full_name", "name"))
                    .build())
            .build();

    @RegisterExtension
    final ProtectionExtension extension =
            ProtectionExtension.with(builder -> builder.dataMap(MAP).policy(LawfulnessPageTest::policy));

    private final SubjectRef anna = SubjectRef.of(TenantId.of("acme"), "contact", 1);

    private static Policy policy() {
        return Policy.builder()
                .role(
                        "officer",
                        Grant.of(Action.values())
                                .purposes("outreach")
                                .categories("name")
                                .tenants(TenantScope.ANY))
                .build(MAP);
    }

    @Test
    void aRestrictionComesAndGoes(Protection protection) {
        protection.rights().submit(SubjectRequest.restrict(anna));
        RequestId lift = protection.rights().submit(SubjectRequest.liftRestriction(anna));
        protection.rights().approve(lift); // the person was told before, Art. 18(3)
        assertThat(protection.rights().status(lift).state()).isEqualTo(RequestState.FULFILLED);
    }

    @Test
    void anObjectionIsOverridden(Protection protection) {
        RequestId objection = protection.rights().submit(SubjectRequest.object(anna, "outreach"));
        RequestState waits = protection.rights().status(objection).state();
        protection.rights().cancel(objection, "compelling grounds: fraud case 12");
        assertThat(waits).isEqualTo(RequestState.REQUIRES_ACTION);
        assertThat(protection.rights().status(objection).state()).isEqualTo(RequestState.REJECTED);
    }

    @Test
    void rowsOfTheHostLeaveThePersonOut(Protection protection) {
        ProtectedDataset contacts = protection.dataset("contact");
        List<SealedRow> rows = contacts.write(List.of(
                Map.of("contact_id", 1, "client_id", "acme", "full_name", "Ann"),
                Map.of("contact_id", 2, "client_id", "acme", "full_name", "Ben")));
        Sealed name = (Sealed)
                Objects.requireNonNull(rows.get(0).columns().get("full_name")).orElseThrow();
        assertThat(contacts.read(rows)).hasSize(2);
        RequestId objection = protection.rights().submit(SubjectRequest.object(anna, "outreach"));
        assertThat(contacts.read(rows)).hasSize(1);
        assertThatThrownBy(() -> contacts.open(anna, "full_name", name, String.class))
                .hasMessageContaining(SubjectStateException.OBJECTED);
        assertThatThrownBy(() -> contacts.seal(anna, "full_name", "Anna"))
                .hasMessageContaining(SubjectStateException.OBJECTED);
        protection.rights().cancel(objection, "compelling grounds");
        protection.rights().submit(SubjectRequest.restrict(anna));
        assertThat(contacts.read(rows)).hasSize(1);
        assertThatThrownBy(() -> contacts.open(anna, "full_name", name, String.class))
                .hasMessageContaining(SubjectStateException.RESTRICTED);
        assertThat(protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.READ)))
                .filteredOn(event -> event.outcome() == AuditEvent.Outcome.REFUSED)
                .hasSize(2);
    }
}
