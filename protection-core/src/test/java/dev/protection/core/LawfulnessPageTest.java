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
import dev.protection.lawfulness.ConsentStatus;
import dev.protection.lawfulness.Indication;
import dev.protection.rights.RequestId;
import dev.protection.rights.RequestState;
import dev.protection.rights.SubjectRequest;
import dev.protection.rights.SubjectStateException;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The snippets of the page about lawfulness, and what hosts without JDBC see of it. */
@ActingAs(role = "officer", purpose = "outreach", tenant = "acme")
class LawfulnessPageTest {
    private static final DataMap MAP = DataMap.builder()
            .controller("Example Pages Oy", "dpo@pages.example")
            .purpose(Purpose.of("outreach", LegalBasis.LEGITIMATE_INTERESTS, "name"))
            .purpose(Purpose.of("newsletter", LegalBasis.CONSENT, "name"))
            .dataset(Dataset.named("contact")
                    .purposes("outreach", "newsletter")
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
                                .purposes("outreach", "newsletter")
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
    void aConsentIsGivenAskedForWithdrawnAndProven(Protection protection) {
        OutputStream file = new ByteArrayOutputStream();
        Indication form = Indication.of("notice 3", "web form, box ticked");
        protection.rights().submit(SubjectRequest.giveConsent(anna, "newsletter", form));
        ConsentStatus status = protection.consents().status(anna, "newsletter");
        Indication link = Indication.of("notice 3", "link in the letter");
        protection.rights().submit(SubjectRequest.withdrawConsent(anna, "newsletter", link));
        protection.consents().prove(anna, file);
        assertThat(status).isEqualTo(ConsentStatus.GIVEN);
        assertThat(protection.consents().status(anna, "newsletter")).isEqualTo(ConsentStatus.WITHDRAWN);
        JsonNode proof = JsonMapper.builder().build().readTree(file.toString());
        JsonNode record = proof.path("@graph").path(0);
        assertThat(record.path("@type").asString()).isEqualTo("dpv:ConsentRecord");
        assertThat(record.path("dpv:hasConsentStatus").path("@id").asString())
                .isEqualTo("https://w3id.org/dpv#ConsentWithdrawn");
        assertThat(record.path("dct:hasPart").size()).isEqualTo(2);
        assertThat(record.path("dct:hasPart").path(0).path("dpv:hasNotice").asString())
                .isEqualTo("notice 3");
        assertThat(protection.audit().find(AuditQuery.ALL.kinds(AuditEvent.Kind.COPY)))
                .anyMatch(event -> "consents".equals(event.facts().get("of")));
    }

    @Test
    @ActingAs(role = "officer", purpose = "newsletter", tenant = "acme")
    void rowsOfTheHostNeedTheConsent(Protection protection) {
        ProtectedDataset contacts = protection.dataset("contact");
        Map<String, Object> row = Map.of("contact_id", 1, "client_id", "acme", "full_name", "Ann");
        assertThatThrownBy(() -> contacts.write(List.of(row))).hasMessageContaining(SubjectStateException.NO_CONSENT);
        protection.rights().submit(SubjectRequest.giveConsent(anna, "newsletter", Indication.of("notice 3", "form")));
        List<SealedRow> rows = contacts.write(List.of(row));
        Sealed name = (Sealed)
                Objects.requireNonNull(rows.get(0).columns().get("full_name")).orElseThrow();
        assertThat(contacts.read(rows)).hasSize(1);
        assertThat(contacts.open(anna, "full_name", name, String.class).get()).isEqualTo("Ann");
        protection.rights().submit(SubjectRequest.withdrawConsent(anna, "newsletter", Indication.of("-", "letter")));
        assertThat(contacts.read(rows)).isEmpty();
        assertThatThrownBy(() -> contacts.open(anna, "full_name", name, String.class))
                .hasMessageContaining(SubjectStateException.NO_CONSENT);
        assertThatThrownBy(() -> contacts.seal(anna, "full_name", "Anna"))
                .hasMessageContaining(SubjectStateException.NO_CONSENT);
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
