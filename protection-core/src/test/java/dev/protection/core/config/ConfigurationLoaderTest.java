package dev.protection.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.protection.Action;
import dev.protection.DataMap;
import dev.protection.Dataset;
import dev.protection.Field;
import dev.protection.FieldType;
import dev.protection.IndexScope;
import dev.protection.LegalBasis;
import dev.protection.Purpose;
import dev.protection.Search;
import dev.protection.SubjectPath;
import dev.protection.TenantId;
import dev.protection.access.Grant;
import dev.protection.access.TenantScope;
import dev.protection.lawfulness.Capacity;
import dev.protection.lawfulness.ControllerInstruction;
import dev.protection.lawfulness.Mandate;
import dev.protection.lawfulness.Mandates;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConfigurationLoaderTest {
    private static final Configuration LOADED = ConfigurationLoader.load("classpath:config/full.yaml");

    @Test
    void theFileDeclaresWhatTheBuilderDeclares() {
        DataMap built = DataMap.builder()
                .controller("Example Pages Oy", "dpo@example.com")
                .purpose(Purpose.of("support", LegalBasis.CONTRACT, "name", "email-address", "phone-number"))
                .purpose(Purpose.of("invoicing", LegalBasis.LEGAL_OBLIGATION, "name", "postal-address")
                        .keepAtLeast("Accounting Act 2:10", Period.ofYears(6)))
                .dataset(Dataset.named("page_contact")
                        .table("public.page_contact")
                        .key("contact_id")
                        .purposes("support")
                        .subject("contact", "contact_id")
                        .tenant("client_id")
                        .eraseAfter("last_active_at", Period.ofMonths(24))
                        .field(Field.sealed("full_name", "name")
                                .search(Search.EQUALITY)
                                .asProvided())
                        .field(Field.sealed("email", "email-address")
                                .search(Search.EQUALITY)
                                .index(new Field.Index(IndexScope.CONTROLLER, Optional.empty(), Set.of(), true)))
                        .field(Field.sealed("birth_date", "birth-date").type(FieldType.DATE))
                        .build())
                .dataset(Dataset.named("visit")
                        .purposes("support")
                        .subject(new SubjectPath.Via("contact", "card_id", "public.page_contact", "contact_id"))
                        .tenant("client_id")
                        .build())
                .build();

        assertThat(LOADED.dataMap()).contains(built);
        assertThat(LOADED.dataMap().orElseThrow().hash()).isEqualTo(built.hash());
    }

    @Test
    void rolesTenantsAndContextAreRead() {
        assertThat(LOADED.roles())
                .containsExactly(new RoleDeclaration(
                        "agent",
                        List.of(Grant.of(Action.READ, Action.MODIFY)
                                .purposes("support")
                                .categories("name", "email-address")
                                .tenants(TenantScope.SUBTREE))));
        assertThat(LOADED.tenants())
                .contains(new TenantsDeclaration.Table(
                        "tenant", "id", Optional.of("parent_id"), Optional.of("is_controller")));
        ContextDeclaration context = LOADED.context().orElseThrow();
        assertThat(context.actor().id()).isEqualTo("job");
        assertThat(context.tenant()).isEqualTo(TenantId.of("acme"));
        assertThat(context.purpose()).isEqualTo("support");
    }

    @Test
    void storesAreReadAndTheirPasswordsResolvedOnlyWhenUsed() {
        StoresDeclaration.Database data = LOADED.stores().data().orElseThrow();
        Secret password = data.password().orElseThrow();

        assertThat(password.reveal(Map.of("DB_PASSWORD", "hunter2"))).isEqualTo("hunter2");
        assertThat(LOADED.stores().anchor()).containsExactly("file:anchor");
        assertThat(LOADED.rootKey()).contains("file:keys/root.json");
    }

    @Test
    void whatIsNotSaidHasTheDocumentedDefault() {
        Configuration bare = ConfigurationLoader.loadText("bare.json", "{}");

        assertThat(bare.profile()).isEqualTo(Profile.PRODUCTION);
        assertThat(bare.staleness()).isEqualTo(Duration.ofSeconds(5));
        assertThat(bare.bulkThreshold()).isEqualTo(Long.MAX_VALUE);
        assertThat(bare.dataMap()).isEmpty();
    }

    @Test
    void instructionsAreThoseOfTheBuilder() {
        Configuration read = ConfigurationLoader.loadText("a.yaml", """
                controllers:
                  acme:
                    capacity: processor
                    instructions:
                      name: acme-2026
                      operations: [READ, MODIFY]
                      for: [support]
                      categories: [name]
                      from: "2026-01-01T00:00:00Z"
                      until: "2027-01-01T00:00:00Z"
                      document: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                  partner: { capacity: joint }
                  "*": { capacity: processor }
                """);
        ControllerInstruction given = ControllerInstruction.of(
                        "acme-2026",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        Action.READ,
                        Action.MODIFY)
                .purposes("support")
                .categories("name")
                .between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(read.policy().mandates())
                .isEqualTo(new Mandates(new TreeMap<>(), Mandate.processor())
                        .with("acme", Mandate.processor(given))
                        .with("partner", new Mandate(Capacity.JOINT, List.of())));
    }

    @Test
    void dutiesAreSeparatedInTheFile() {
        Configuration read = ConfigurationLoader.loadText("a.yaml", """
                roles:
                  payer:    { allow: [READ], for: [support], categories: [name] }
                  approver: { allow: [READ], for: [support], categories: [name], break-glass: PT1H }
                separate:
                  - { roles: [payer, approver] }
                """);
        assertThat(read.policy().separations()).containsExactly(List.of("payer", "approver"));
        assertThat(read.roles().get(1).grants().get(0).conditions().breakGlass())
                .contains(java.time.Duration.ofHours(1));
        assertThatThrownBy(() -> ConfigurationLoader.loadText("a.yaml", """
                roles:
                  payer: { allow: [READ], for: [support], categories: [name], break-glass: PT25H }
                separate: { roles: [payr], rols: [] }
                """))
                .hasMessageContaining("a.yaml:2 roles.payer.break-glass: must be longer than nothing and at most PT24H")
                .hasMessageContaining("a.yaml:3 separate.roles: unknown role 'payr', did you mean 'payer'?")
                .hasMessageContaining("a.yaml:3 separate.rols: is unknown here, did you mean 'roles'?");
    }
}
